using System.Globalization;
using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Reads what replies say in their headers.</summary>
internal static class ResponseHeaders
{
    public static ResponseMetadata Read(HttpResponseMessage response, CallState call)
    {
        var metadata = new ResponseMetadata
        {
            Operation = call.Operation,
            StatusCode = response.StatusCode,
            Attempts = call.Attempts,
            Elapsed = call.Elapsed,
            AnsweredBy = call.Target,
        };

        // Only the gateway speaks of its cache, its watermark and its history.
        return call.Target == ReplySource.Gateway ? WithHeaders(metadata, response.Headers) : metadata;
    }

    private static ResponseMetadata WithHeaders(ResponseMetadata metadata, HttpResponseHeaders headers) => metadata with
    {
        CacheStatus = Text(headers, "x-layer-cache"),
        Warnings = Texts(headers, "x-layer-warning"),
        StableAsOf = EpochMilliseconds.ToTime(Number(headers, "x-layer-stable-as-of")),
        NextCursor = Text(headers, "x-layer-next-cursor"),
        IsPartial = string.Equals(Text(headers, "x-layer-partial"), "true", StringComparison.OrdinalIgnoreCase),
        TraceParent = Text(headers, "traceparent"),
    };

    // Several values come as several headers, as one with commas, or both.
    private static string[] Texts(HttpResponseHeaders headers, string name) =>
        Text(headers, name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static long? Number(HttpResponseHeaders headers, string name) =>
        long.TryParse(Text(headers, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
