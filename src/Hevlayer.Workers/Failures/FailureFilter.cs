namespace Hevlayer.Workers;

/// <summary>Selects failures of a ledger: those that meet every condition that is set. Comparisons of text are
/// case-sensitive.</summary>
public sealed record FailureFilter
{
    /// <summary>Start of the reason.</summary>
    /// <value>Default: null, any.</value>
    public string? ReasonPrefix { get; init; }

    /// <summary>Whose fault it was, as in <see cref="DocumentFailure.Kind"/>.</summary>
    /// <value>Default: null, any.</value>
    public string? Kind { get; init; }

    /// <summary>The worker that failed the document.</summary>
    /// <value>Default: null, any.</value>
    public string? WorkerId { get; init; }

    /// <summary>Documents by id; at most 1,000.</summary>
    /// <value>Default: null, all.</value>
    public IReadOnlyList<string>? DocumentIds { get; init; }

    /// <summary>When the document failed last, at the earliest.</summary>
    /// <value>Default: null, any time.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the document failed last, at the latest.</summary>
    /// <value>Default: null, any time.</value>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// Whether only documents are meant that are in <c>failed</c> now; the gateway is asked for that, which needs the scope
    /// write. Without it a row may be of a document that was put back and is not indexed yet.
    /// </summary>
    /// <value>Default: false.</value>
    public bool StillFailed { get; init; }
}
