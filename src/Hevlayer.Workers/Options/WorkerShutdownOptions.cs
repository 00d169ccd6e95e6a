namespace Hevlayer.Workers;

/// <summary>
/// How a worker ends: it claims or receives nothing more, waits for running work under its leases, cancels the rest, and
/// releases what it still holds. The three times together must fit into the host's shutdown time-out and the pod's
/// grace period, both 30 seconds by default; a warning at start says when they do not.
/// </summary>
public sealed class WorkerShutdownOptions
{
    /// <summary>How long running handlers may go on.</summary>
    /// <value>Default: 20 seconds.</value>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a handler may go on after it was cancelled, at shutdown or by its deadline; after that the worker
    /// no longer waits for it and drops its result.
    /// </summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan CancelGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the release may take; a call that does not answer is given up after half of it and retried.
    /// </summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ReleaseTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time from the stop signal to the end, at most.</summary>
    public TimeSpan Total => DrainTime + CancelGrace + ReleaseTime;

    /// <summary>When a claim that is still under way is given up: there must be time to release what it brings.</summary>
    internal TimeSpan LastTake => Total - (ReleaseTime / 2);

    internal WorkerShutdownOptions Copy() => (WorkerShutdownOptions)MemberwiseClone();
}
