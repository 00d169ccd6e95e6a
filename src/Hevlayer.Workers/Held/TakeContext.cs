namespace Hevlayer.Workers;

/// <summary>A call that takes items, and the leases of what it brings.</summary>
/// <param name="limit">Most items to take.</param>
/// <param name="isLongPoll">Whether the call waits for items, so that nobody knows when their leases began.</param>
/// <param name="clock">A clock that never goes back.</param>
internal sealed class TakeContext(int limit, bool isLongPoll, TimeProvider clock)
{
    private readonly long _sentAt = clock.GetTimestamp();

    public int Limit => limit;

    /// <summary>Timestamp of when an item that comes now was taken.</summary>
    public long TakenAt => isLongPoll ? clock.GetTimestamp() : _sentAt;

    /// <summary>Time since the call was sent.</summary>
    public TimeSpan Took => clock.GetElapsedTime(_sentAt);

    /// <summary>The lease of an item that comes now. It began no earlier than the call was sent.</summary>
    /// <param name="length">Its length; null where nothing needs to be renewed.</param>
    public Lease Begin(TimeSpan? length)
    {
        var terms = length is { } time ? new LeaseTerms(time) : null;

        // A long poll may have waited longer than the lease lasts. Such a lease is renewed before anything rests on it.
        var isLate = isLongPoll && terms is not null && Took > terms.Interval;
        return new Lease(terms, isLate ? clock.GetTimestamp() : _sentAt, clock, isConfirmed: !isLate);
    }
}
