namespace Hevlayer.Quickstart;

/// <summary>Reads the display's figures off a pipeline's status.</summary>
internal static class QueueFigures
{
    public static DrainProgress Of(PipelineStatus status) => new()
    {
        Pending = status.PendingCount,
        Processing = status.ProcessingCount,
        Indexed = status.Counts.GetValueOrDefault(DocumentStage.Indexed.Value),
        Failed = status.FailedCount,
        DocumentsPerMinute = status.IndexedRatePerMin,
        Elapsed = TimeSpan.Zero,
    };
}
