namespace Hevlayer.Workers;

/// <summary>A row of a ledger: a document that failed, and why.</summary>
public sealed record DocumentFailure
{
    /// <summary>Id of the document.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Why, in words for an operator; at most 1,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Whose fault it was: <c>rejected</c> (the document's), <c>handler</c>, <c>timeout</c> (the handler did not end),
    /// <c>gateway</c>, <c>refused</c> (the gateway refused what was to be stored) or <c>crashed</c> (its workers died).
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Attempts that failed before the document did, those of dead processes included.</summary>
    public int Attempts { get; init; }

    /// <summary>How often the document has failed since it was last indexed.</summary>
    public int Failures { get; init; } = 1;

    /// <summary>The worker that failed it.</summary>
    public required string WorkerId { get; init; }

    /// <summary>The stage it was claimed from, to which it is put back.</summary>
    public required string Stage { get; init; }

    /// <summary>When it failed first.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>When it failed last, to the millisecond, by the worker's clock.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Trace of the last attempt, else of the staging: 32 hexadecimal digits; null where nobody traced.</summary>
    public string? TraceId { get; init; }

    /// <summary>Hash of the ids and texts of the chunks that failed, 22 characters; null where they were not read.</summary>
    public string? ContentHash { get; init; }

    /// <summary>When it was put back after that; null when it was not.</summary>
    public DateTimeOffset? RedrivenAt { get; init; }

    /// <summary>The claim under which it failed; tells one failure from the next.</summary>
    internal string Claim { get; init; } = "";

    /// <summary>This failure after what the ledger has of the same document.</summary>
    /// <param name="before">The row that is there; null for none.</param>
    internal DocumentFailure After(DocumentFailure? before) => before switch
    {
        null => this,
        _ => this with
        {
            FirstAt = before.FirstAt,
            Failures = before.Failures + (string.Equals(before.Claim, Claim, StringComparison.Ordinal) ? 0 : 1),

            // The clock of another worker may be ahead, and no row replaces a later one.
            LastAt = before.LastAt > LastAt ? before.LastAt : LastAt,
        },
    };
}
