namespace Hevlayer.Workers;

/// <summary>What a redrive has done.</summary>
/// <param name="Redriven">Documents put back; with <see cref="RedriveOptions.DryRun"/>, those that would be.</param>
/// <param name="NotFailed">Documents that are not <c>failed</c> any more, and were left alone.</param>
/// <param name="HasMore">Whether it ended because of <see cref="RedriveOptions.MaxDocuments"/>, and the ledger has more rows that are meant.</param>
/// <param name="Until">Failures up to this time were meant; the <see cref="FailureFilter.Until"/> of a run that goes on with this one.</param>
/// <param name="IsDryRun">Whether nothing was moved.</param>
public sealed record RedriveReport(long Redriven, long NotFailed, bool HasMore, DateTimeOffset Until, bool IsDryRun);
