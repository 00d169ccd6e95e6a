namespace Hevlayer.Workers.Tests;

/// <summary>A clock whose timers run when a test says so, early or late, as those of a busy process may.</summary>
internal sealed class IdleTimersClock : TimeProvider
{
    private long _now;

    /// <summary>The timer that was made last.</summary>
    public IdleTimer Last { get; private set; } = null!;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => _now += time.Ticks;

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Last = new IdleTimer(() => callback(state)) { DueTime = dueTime };
}
