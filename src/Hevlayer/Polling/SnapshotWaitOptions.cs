namespace Hevlayer;

/// <summary>How to wait for a snapshot.</summary>
public sealed record SnapshotWaitOptions
{
    /// <summary>Pause between two polls.</summary>
    /// <value>Default: null, the client's <see cref="HevlayerPollingOptions.SnapshotInterval"/>.</value>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>
    /// Longest time to wait. A namespace that nobody writes to gets no snapshots, so a limit is wise; null for none.
    /// </summary>
    /// <value>Default: 15 minutes, three times the gateway's usual interval.</value>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long transient failures of the gateway are tolerated before the wait fails with the last one.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan FailureTolerance { get; init; } = TimeSpan.FromMinutes(5);
}
