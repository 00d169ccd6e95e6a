namespace Hevlayer.Local;

/// <summary>A function as it is at a moment.</summary>
/// <param name="Udf">The function.</param>
/// <param name="Now">The moment in UTC ticks.</param>
/// <param name="Status">Its counts.</param>
/// <param name="Workers">Workers that were ever seen, up to a thousand.</param>
internal sealed record FunctionSight(Udf Udf, long Now, UdfStatus Status, IReadOnlyList<WorkerSighting> Workers)
{
    /// <summary>A worker that has asked in the last minute; null for none.</summary>
    public string? Asking => Workers.FirstOrDefault(worker => worker.LastClaim is not null && Now - worker.LastSeen <= WorkerBook.Present.Ticks)?.Worker;
}
