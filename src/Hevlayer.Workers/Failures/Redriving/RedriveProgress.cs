namespace Hevlayer.Workers;

/// <summary>How far a redrive has come.</summary>
/// <param name="Seen">Rows of the ledger that were looked at.</param>
/// <param name="Redriven">Documents put back; with <see cref="RedriveOptions.DryRun"/>, those that would be.</param>
/// <param name="NotFailed">Documents that are not <c>failed</c> any more, and were left alone.</param>
public sealed record RedriveProgress(long Seen, long Redriven, long NotFailed);
