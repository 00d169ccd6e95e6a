namespace Hevlayer.Local;

/// <summary>Times of entries in epoch nanoseconds, each later than the one before, so that they can serve as places in a list.</summary>
internal sealed class HistoryClock(TimeProvider clock)
{
    private const int NanosPerTick = 100;

    private readonly Lock _lock = new();
    private long _last;

    public long Next()
    {
        var now = ToNanos(clock.GetUtcNow());
        lock (_lock)
        {
            return _last = Math.Max(now, _last + 1);
        }
    }

    /// <summary>Takes a time that was given before.</summary>
    public void Restore(long nanos)
    {
        lock (_lock)
        {
            _last = Math.Max(_last, nanos);
        }
    }

    public static long ToNanos(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosPerTick;

    public static DateTimeOffset ToTime(long nanos) => DateTimeOffset.UnixEpoch.AddTicks(nanos / NanosPerTick);
}
