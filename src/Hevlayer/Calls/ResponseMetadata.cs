using System.Diagnostics;
using System.Net;

namespace Hevlayer;

/// <summary>What a reply said beside its body, and what it took to get it.</summary>
public sealed record ResponseMetadata
{
    /// <summary>Operation that was called.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>HTTP status of the last attempt.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>Who answered; turbopuffer only when <see cref="HevlayerClientOptions.Fallback"/> lets it.</summary>
    public ReplySource AnsweredBy { get; init; }

    /// <summary>Attempts made, at least 1; one at turbopuffer counts too.</summary>
    public required int Attempts { get; init; }

    /// <summary>Time from the first attempt's start until the reply was in hand, pauses included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Cache status of a fetch (header <c>x-layer-cache</c>): hit, miss, miss-on-error or partial; null elsewhere.</summary>
    public string? CacheStatus { get; init; }

    /// <summary>What the gateway did not do as asked (header <c>x-layer-warning</c>), such as
    /// <c>vector_attribute_dropped</c>; empty when nothing.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Watermark the reply is consistent with (header <c>x-layer-stable-as-of</c>); null when it has none.</summary>
    public DateTimeOffset? StableAsOf { get; init; }

    /// <summary>Cursor of the next page (header <c>x-layer-next-cursor</c>); null on the last page and elsewhere.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Whether some namespaces of a federated query did not answer (header <c>x-layer-partial</c>).</summary>
    public bool IsPartial { get; init; }

    /// <summary>Trace context that the gateway answered with (header <c>traceparent</c>); null when it has none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>
    /// Trace id in <see cref="TraceParent"/>, 32 lower-case hexadecimal digits, which joins the call to the search history;
    /// null when there is none or it is malformed.
    /// </summary>
    public string? TraceId =>
        ActivityContext.TryParse(TraceParent, traceState: null, out var context) ? context.TraceId.ToHexString() : null;
}
