using System.Globalization;
using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Reads what replies say in their headers.</summary>
internal static class ResponseHeaders
{
    public static ResponseMetadata Read(HttpResponseMessage response, GatewayOperation operation) => new()
    {
        Operation = operation,
        StatusCode = response.StatusCode,
        Attempts = 1,
        Elapsed = TimeSpan.Zero,
        CacheStatus = Text(response.Headers, "x-layer-cache"),
        Warning = Text(response.Headers, "x-layer-warning"),
        StableAsOf = EpochMilliseconds.ToTime(Number(response.Headers, "x-layer-stable-as-of")),
        NextCursor = Text(response.Headers, "x-layer-next-cursor"),
        IsPartial = string.Equals(Text(response.Headers, "x-layer-partial"), "true", StringComparison.OrdinalIgnoreCase),
        TraceParent = Text(response.Headers, "traceparent"),
    };

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        long.TryParse(Text(headers, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
