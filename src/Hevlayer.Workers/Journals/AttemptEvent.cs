namespace Hevlayer.Workers;

/// <summary>One thing that happened to a document. A value.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="DocumentId">Id of the document.</param>
/// <param name="Holder">Who holds the lease; empty where that does not matter.</param>
/// <param name="Attempts">Failed attempts, for what was known so far.</param>
/// <param name="Crashes">Crashes, for what was known so far.</param>
internal readonly record struct AttemptEvent(AttemptEventKind Kind, string DocumentId, string Holder = "", int Attempts = 0, int Crashes = 0)
{
    /// <summary>The event of <see cref="IAttemptJournal.EndAsync"/>.</summary>
    public static AttemptEvent Ended(string documentId, bool isSettled) =>
        new(isSettled ? AttemptEventKind.Settled : AttemptEventKind.Released, documentId);
}
