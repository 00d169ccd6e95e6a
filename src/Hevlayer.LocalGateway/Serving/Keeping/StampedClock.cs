namespace Hevlayer.Local;

/// <summary>
/// The clock of a state that is kept: it stands still within a call, so that the call can be done again as of its time, and
/// never goes back from one call to the next.
/// </summary>
internal sealed class StampedClock(TimeProvider inner) : TimeProvider
{
    [ThreadStatic]
    private static long? t_pinned;

    private long _last;

    public override DateTimeOffset GetUtcNow() => new(t_pinned ?? Stamp(), TimeSpan.Zero);

    /// <summary>The time of a call that begins now, in UTC ticks.</summary>
    public long Stamp() => NoEarlierThan(inner.GetUtcNow().UtcTicks);

    /// <summary>Brings the clock to a time, unless it is past it; gives the time that it shows.</summary>
    public long NoEarlierThan(long ticks)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            if (ticks <= last || Interlocked.CompareExchange(ref _last, ticks, last) == last)
            {
                return Math.Max(ticks, last);
            }
        }
    }

    /// <summary>Runs something as of a time. It must not wait: the time holds for this thread.</summary>
    public static T At<T>(long ticks, Func<T> work)
    {
        var outer = t_pinned;
        t_pinned = ticks;
        try
        {
            return work();
        }
        finally
        {
            t_pinned = outer;
        }
    }
}
