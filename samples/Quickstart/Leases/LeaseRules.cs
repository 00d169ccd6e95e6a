namespace Hevlayer.Quickstart;

/// <summary>When to beat and when to give up, as shares of the lease.</summary>
/// <param name="Lease">Length of the lease.</param>
internal sealed record LeaseRules(TimeSpan Lease)
{
    /// <summary>Pause between two heartbeats: two may fail before the lease is in danger.</summary>
    public TimeSpan Interval => Lease / 3;

    /// <summary>Pause after a heartbeat that failed.</summary>
    public TimeSpan RetryPause => Lease / 12;

    /// <summary>Longest time one heartbeat may take with the client's own retries.</summary>
    public TimeSpan CallLimit => Lease / 6;

    /// <summary>Whether a lease must be taken for lost, although the gateway has not said so.</summary>
    /// <param name="sinceRenewed">Time since the last heartbeat that succeeded was sent.</param>
    public bool IsOver(TimeSpan sinceRenewed) => sinceRenewed >= Lease - (Lease / 6);
}
