namespace Hevlayer;

/// <summary>When a queue is drained, by its status.</summary>
internal static class DrainRules
{
    /// <summary>Whether the queue is drained for certain.</summary>
    /// <param name="status">The status.</param>
    /// <param name="askedAfter">Time from the start of the wait until the status was asked for.</param>
    /// <param name="cacheTime">How old the status may be.</param>
    /// <param name="minimumDocuments">Documents that the pipeline must know; null for any number.</param>
    /// <param name="finalStages">Stages in which a document has ended.</param>
    public static bool IsDrained(PipelineStatus status, TimeSpan askedAfter, TimeSpan cacheTime, long? minimumDocuments, IReadOnlyList<DocumentStage> finalStages) =>
        status.PendingCount == 0
        && status.ProcessingCount == 0
        && Open(status, finalStages) == 0
        && askedAfter >= cacheTime
        && status.Counts.Values.Sum() >= (minimumDocuments ?? 0);

    public static DrainProgress Progress(PipelineStatus status, TimeSpan elapsed, IReadOnlyList<DocumentStage> finalStages)
    {
        var counted = status.PendingCount + status.ProcessingCount;
        var open = Math.Max(counted, Open(status, finalStages));
        return new DrainProgress
        {
            Pending = status.PendingCount,
            Processing = status.ProcessingCount,
            Waiting = open - counted,
            Indexed = status.Counts.GetValueOrDefault(DocumentStage.Indexed.Value),
            Failed = status.FailedCount,
            DocumentsPerMinute = status.IndexedRatePerMin,
            TimeLeft = TimeLeft(open, status.IndexedRatePerMin),
            Elapsed = elapsed,
        };
    }

    // Whatever the gateway counts as pending or processing: a document between two workers is neither.
    private static long Open(PipelineStatus status, IReadOnlyList<DocumentStage> finalStages) =>
        status.Counts.Where(stage => !finalStages.Any(final => string.Equals(final.Value, stage.Key, StringComparison.Ordinal))).Sum(static stage => stage.Value);

    private static TimeSpan? TimeLeft(long open, double perMinute)
    {
        if (open == 0)
        {
            return TimeSpan.Zero;
        }

        var minutes = open / perMinute;
        return perMinute > 0 && minutes < TimeSpan.MaxValue.TotalMinutes ? TimeSpan.FromMinutes(minutes) : null;
    }
}
