namespace Hevlayer;

/// <summary>The end of a run.</summary>
public sealed record IndexRun
{
    /// <summary>Status that showed the drained queue; look at its failed documents.</summary>
    public required PipelineStatus Status { get; init; }

    /// <summary>Newest snapshot, which holds the last write; null when nothing was ever written to the namespace.</summary>
    public SnapshotHistoryEntry? Snapshot { get; init; }

    /// <summary>
    /// Whether the namespace was written to since the run began, compared in milliseconds; false when every document failed
    /// or there was none; null when the gateway does not tell the last write.
    /// </summary>
    public required bool? HasWrites { get; init; }
}
