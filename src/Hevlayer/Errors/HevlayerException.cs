using System.Collections.ObjectModel;
using System.Net;

namespace Hevlayer;

/// <summary>
/// A call to the gateway that failed. Every failure of a call is of this type or one of its subclasses; only a
/// cancellation by the caller stays an <see cref="OperationCanceledException"/>.
/// </summary>
public class HevlayerException : Exception
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong and what can be done.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public HevlayerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>HTTP status of the reply; null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Code of the error body's field <c>error</c>, such as <c>not_found</c> or <c>gateway_draining</c>; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>Scope that the key lacks: read, write or admin; null unless that is the reason.</summary>
    public string? RequiredScope { get; init; }

    /// <summary>How long the gateway asked to wait before a retry; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP method of the call; null when the error is of no single call.</summary>
    public string? Method { get; init; }

    /// <summary>Route template of the call, such as <c>/v2/pipelines/{pipeline_id}/claim</c>; never holds an id.</summary>
    public string? Route { get; init; }

    /// <summary>Whether the same call may succeed later. The client's own retries are already used up.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Start of the reply's body, at most <see cref="HevlayerClientOptions.MaxErrorBodyLength"/> characters; null when there was none.</summary>
    public string? Body { get; init; }

    /// <summary>Attempts made before giving up; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>
    /// Whether the body is the gateway's own error body, which names an error. False for the page of a proxy, the plain
    /// text of a
    /// web framework and an empty body: those say nothing about what was asked for.
    /// </summary>
    public bool HasGatewayBody { get; init; }

    /// <summary>Whether the gateway, or this edition of it, does not have the route at all.</summary>
    internal bool IsRouteMissing { get; init; }

    /// <summary>
    /// What the error body says beside code and message, by the names on the wire, such as <c>store</c>, <c>reason</c> or
    /// <c>upstream_status</c>: see <see cref="HevlayerErrorFields"/>. Numbers and flags are written as JSON writes them;
    /// empty when there is nothing more.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Who answered; null when nobody did. See <see cref="HevlayerClientOptions.Fallback"/>.</summary>
    public ReplySource? AnsweredBy { get; init; }

    /// <summary>What the reply said in its headers, and what it took to get it; null when there was no reply.</summary>
    public ResponseMetadata? Metadata { get; internal set; }

    /// <summary>What the retry rule needs to know of the failure.</summary>
    internal FailureKind Kind { get; init; } = FailureKind.Final;

    /// <inheritdoc />
    public override string Message => Attempts > 1 ? $"{base.Message} ({Attempts} attempts were made.)" : base.Message;
}
