namespace Hevlayer.Local;

/// <summary>Allows a number of calls in each minute. Thread safe.</summary>
internal sealed class CallRate(int perMinute, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private long _minute;
    private int _calls;

    /// <summary>Counts a call; how long to wait when it is one too many.</summary>
    public TimeSpan? Count()
    {
        var ticks = clock.GetUtcNow().UtcTicks;
        var minute = ticks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            _calls = minute == _minute ? _calls + 1 : 1;
            _minute = minute;
            return _calls <= perMinute ? null : TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - ticks);
        }
    }
}
