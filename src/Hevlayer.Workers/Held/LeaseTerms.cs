namespace Hevlayer.Workers;

/// <summary>When to renew a lease and when to treat it as lost, as shares of its length.</summary>
/// <param name="Lease">Length of the lease.</param>
internal sealed record LeaseTerms(TimeSpan Lease)
{
    /// <summary>Longest pause between two renewals: two may fail before the lease is in danger.</summary>
    public TimeSpan Interval => Lease / 3;

    /// <summary>Longest time that one renewal may take, with the client's own retries.</summary>
    public TimeSpan CallLimit => Lease / 6;

    /// <summary>Time after the last renewal that succeeded, counted from when it was sent, for which the lease is relied on.</summary>
    public TimeSpan Reliable => Lease - (Lease / 6);

    /// <summary>Pause before the next renewal: a little less than the interval, so that workers do not renew in step.</summary>
    /// <param name="succeeded">Whether the last one succeeded.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public TimeSpan Pause(bool succeeded, double chance) => (succeeded ? Interval : Lease / 12) * (1 - (0.2 * chance));

    /// <summary>Whether a lease must be taken for lost, although the gateway has not said so.</summary>
    /// <param name="sinceRenewed">Time since the last renewal that succeeded was sent.</param>
    public bool IsOver(TimeSpan sinceRenewed) => sinceRenewed >= Reliable;
}
