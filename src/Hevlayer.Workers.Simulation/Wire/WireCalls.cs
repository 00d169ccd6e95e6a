using System.Text.Json;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Reads from requests what they do.</summary>
internal static class WireCalls
{
    private static readonly string Pipeline = $"/v2/pipelines/{Names.Pipeline}";

    /// <summary>Who ends holds by this request, and where the documents go; null for any other request.</summary>
    public static (string Holder, string Stage)? Move(GatewayRequest request)
    {
        if (!IsMove(request))
        {
            return null;
        }

        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.TryGetProperty("worker_id", out var holder)
            ? (holder.GetString()!, body.RootElement.GetProperty("stage").GetString()!)
            : null;
    }

    /// <summary>Whether it changes stages.</summary>
    public static bool IsMove(GatewayRequest request) => request.Method == "POST" && request.Path == $"{Pipeline}/documents/stage";

    /// <summary>Whether it renews leases.</summary>
    public static bool IsHeartbeat(GatewayRequest request) => request.Path == $"{Pipeline}/documents/heartbeat";

    /// <summary>Whether it is a claim.</summary>
    public static bool IsClaim(GatewayRequest request) => request.Path == $"{Pipeline}/claim";

    /// <summary>Whether it writes rows or deletes them.</summary>
    public static bool IsRowWrite(GatewayRequest request) => request.Method == "POST" && request.Path == $"/v2/namespaces/{Names.Namespace}";

    /// <summary>The document whose chunks or vectors it puts; null for any other request.</summary>
    public static string? DocumentOfPut(GatewayRequest request) => request.Method == "PUT" && request.Path.StartsWith($"{Pipeline}/documents/", StringComparison.Ordinal)
        ? Uri.UnescapeDataString(request.Path[$"{Pipeline}/documents/".Length..].Split('/')[0])
        : null;
}
