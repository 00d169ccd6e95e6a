namespace Hevlayer.Workers.Simulation;

/// <summary>The clock of one node: its timers run on the node, and its wall clock can be set to another time.</summary>
internal sealed class SimulatedClock(SimulatedNode node, VirtualTime time) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What somebody has set the wall clock ahead or back. The timestamp never jumps.</summary>
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => time.Now;

    public override DateTimeOffset GetUtcNow() => Beginning + time.Elapsed + Skew;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(callback, state, node, time);
        timer.Change(dueTime, period);
        return timer;
    }
}
