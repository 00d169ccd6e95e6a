namespace Hevlayer.Local;

/// <summary>A pipeline as it is at a moment, as far as its counts and its workers tell. Times are UTC ticks.</summary>
/// <param name="Definition">The pipeline.</param>
/// <param name="Now">The moment.</param>
/// <param name="Counts">Documents by stage.</param>
/// <param name="FailedReasons">Failed documents by reason, where the gateway knows one.</param>
/// <param name="Held">Documents under a claim.</param>
/// <param name="IndexedPerMinute">Documents that became indexed in the last minute.</param>
/// <param name="LastIndexed">When the last one did; null for never.</param>
/// <param name="OldestPending">Since when the document that is first in line has been staged; null when none waits.</param>
/// <param name="Workers">Workers that were ever seen, up to a thousand.</param>
/// <param name="Refused">The last claim that its key did not allow; null for none.</param>
internal sealed record PipelineSight(
    Pipeline Definition,
    long Now,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyDictionary<string, long> FailedReasons,
    int Held,
    double IndexedPerMinute,
    long? LastIndexed,
    long? OldestPending,
    IReadOnlyList<WorkerSighting> Workers,
    RefusedClaim? Refused)
{
    public bool IsPresent(long seen) => Now - seen <= WorkerBook.Present.Ticks;
}
