namespace Hevlayer;

/// <summary>How to wait for a run: first for the queue, then for the snapshot.</summary>
public sealed record RunOptions
{
    /// <summary>Options of the wait for the queue.</summary>
    /// <value>Default: those of <see cref="DrainOptions"/>.</value>
    public DrainOptions Drain { get; init; } = new();

    /// <summary>Options of the wait for the snapshot.</summary>
    /// <value>Default: those of <see cref="SnapshotWaitOptions"/>.</value>
    public SnapshotWaitOptions Snapshot { get; init; } = new();

    /// <summary>
    /// How long to poll for a write of the run before it counts as one that wrote nothing, whose snapshot is the one that
    /// was there already.
    /// </summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan WriteGrace { get; init; } = TimeSpan.FromSeconds(30);
}
