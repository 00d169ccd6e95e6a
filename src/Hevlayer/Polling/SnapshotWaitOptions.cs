namespace Hevlayer;

/// <summary>How to wait for a snapshot.</summary>
public sealed record SnapshotWaitOptions
{
    /// <summary>
    /// Pause between two looks.
    /// <value>Default: null, the client's <see cref="HevlayerPollingOptions.SnapshotInterval"/>.</value>
    /// </summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>
    /// Longest time to wait. A namespace that nobody writes to gets no snapshots, so a limit is wise; null for none.
    /// <value>Default: 15 minutes, three times the gateway's usual interval.</value>
    /// </summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long the gateway may fail in passing before the wait gives up with its error.
    /// <value>Default: 5 minutes.</value>
    /// </summary>
    public TimeSpan FailureTolerance { get; init; } = TimeSpan.FromMinutes(5);
}
