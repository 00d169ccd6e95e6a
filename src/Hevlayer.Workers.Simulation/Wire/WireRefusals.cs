using System.Text.Json;
using Hevlayer.Local;
using RowAttributes = Hevlayer.Workers.RowAttributes;

namespace Hevlayer.Workers.Simulation;

/// <summary>Refusals of rows as requests and replies.</summary>
internal static class WireRefusals
{
    private static readonly string[] Written = ["upsert_rows", "patch_rows"];

    /// <summary>Refuses a request that writes rows.</summary>
    /// <param name="refusals">What is refused.</param>
    /// <param name="request">The request.</param>
    /// <returns>The refusal; null where the request is to be carried out.</returns>
    public static GatewayResponse? Answer(this RowRefusals refusals, GatewayRequest request)
    {
        if (!WireCalls.IsRowWrite(request))
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            refusals.Look(DocumentsOf(body.RootElement));
            return null;
        }
        catch (GatewayFault fault)
        {
            return GatewayResponse.Error(fault.Status, fault.Code, fault.Message);
        }
    }

    /// <summary>The documents whose rows a body writes or patches.</summary>
    public static IReadOnlyList<string> DocumentsOf(JsonElement body) =>
    [
        .. Written
            .SelectMany(name => body.TryGetProperty(name, out var rows) ? rows.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Select(static row => row.GetProperty(RowAttributes.Document).GetString()!)
            .Distinct(StringComparer.Ordinal),
    ];
}
