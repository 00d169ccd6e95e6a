namespace Hevlayer.Wire.Tests.Faults;

/// <summary>The system's clock, which time passes over in jumps as well; timers run as ever.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _jumped;

    public void Jump(TimeSpan time) => Interlocked.Add(ref _jumped, (long)(time.TotalSeconds * TimestampFrequency));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _jumped);
}
