namespace Hevlayer.Workers;

/// <summary>A question to a journal, or an event for it, on its way.</summary>
/// <param name="documentIds">The documents.</param>
/// <param name="change">What happened to the one document; null for a question.</param>
internal sealed class JournalCall(IReadOnlyList<string> documentIds, AttemptEvent? change) : LineCall
{
    public IReadOnlyList<string> DocumentIds => documentIds;

    public AttemptEvent? Change => change;

    public override bool MayBeGivenUp => change is null or { Kind: AttemptEventKind.Begun };

    // That something is over stays true.
    public override bool MayComeLate => change is { Kind: AttemptEventKind.Settled or AttemptEventKind.Released };

    /// <summary>The answer to a question.</summary>
    public Dictionary<string, AttemptHistory> Histories { get; } = new(StringComparer.Ordinal);
}
