using System.Net;
using System.Text.Json;
using Hevlayer.Local;
using RowAttributes = Hevlayer.Workers.RowAttributes;

namespace Hevlayer.Workers.Simulation;

/// <summary>Writes that the gateway refuses: for a row that it does not take, or because there are too many.</summary>
/// <param name="documents">The documents, some of which have such rows.</param>
/// <param name="network">Says how many writes are too many.</param>
/// <param name="faults">Counts the refusals.</param>
internal sealed class RowRefusals(IEnumerable<SimulatedDocument> documents, SimulatedNetwork network, FaultCount faults)
{
    private static readonly string[] Written = ["upsert_rows", "patch_rows"];

    private readonly HashSet<string> _bad = documents.Where(static document => document.Fault == SimulatedFault.BadRow).Select(static document => document.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Refuses a write, with all that is in it.</summary>
    /// <param name="documentIds">The documents whose rows it has.</param>
    /// <exception cref="GatewayFault">It is refused.</exception>
    public void Look(IEnumerable<string> documentIds)
    {
        if (network.Happens(network.Plan.Throttles, SimulatedFault.Throttle))
        {
            throw new GatewayFault(HttpStatusCode.TooManyRequests, "upstream_error", "There are too many writes.");
        }

        if (documentIds.Any(_bad.Contains))
        {
            faults.Add(SimulatedFault.BadRow);
            throw new GatewayFault(HttpStatusCode.UnprocessableEntity, "validation_error", "A row cannot be stored.");
        }
    }

    /// <summary>The same for a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The refusal; null where the request is to be carried out.</returns>
    public GatewayResponse? Answer(GatewayRequest request)
    {
        if (!WireCalls.IsRowWrite(request))
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            Look(DocumentsOf(body.RootElement));
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
