namespace Hevlayer.Workers.Simulation;

/// <summary>
/// The clock of the client in a process: the time of the process, with timers that run on no context, so that what the
/// client awaits goes on in place and on the one thread.
/// </summary>
internal sealed class ClientClock(SimulatedNode node, VirtualTime time) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => time.Now;

    public override DateTimeOffset GetUtcNow() => node.Clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(callback, state, node, time, isBare: true);
        timer.Change(dueTime, period);
        return timer;
    }
}
