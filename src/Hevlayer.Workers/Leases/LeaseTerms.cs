namespace Hevlayer.Workers;

/// <summary>When to beat and when to give up, as shares of the lease.</summary>
/// <param name="Lease">Length of the lease.</param>
internal sealed record LeaseTerms(TimeSpan Lease)
{
    /// <summary>Longest pause between two heartbeats: two may fail before the lease is in danger.</summary>
    public TimeSpan Interval => Lease / 3;

    /// <summary>Longest time that one heartbeat may take, with the client's own repeats.</summary>
    public TimeSpan CallLimit => Lease / 6;

    /// <summary>Time after the last heartbeat that succeeded, counted from when it was sent, for which the lease is relied on.</summary>
    public TimeSpan Reliable => Lease - (Lease / 6);

    /// <summary>Pause before the next heartbeat: a little less than the interval, so that workers do not beat in step.</summary>
    /// <param name="succeeded">Whether the last one succeeded.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public TimeSpan Pause(bool succeeded, double chance) => (succeeded ? Interval : Lease / 12) * (1 - (0.2 * chance));

    /// <summary>Whether a lease must be taken for lost, although the gateway has not said so.</summary>
    /// <param name="sinceRenewed">Time since the last heartbeat that succeeded was sent.</param>
    public bool IsOver(TimeSpan sinceRenewed) => sinceRenewed >= Reliable;
}
