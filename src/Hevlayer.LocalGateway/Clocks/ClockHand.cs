namespace Hevlayer.Local;

/// <summary>Where a <see cref="LocalClock"/> points, in UTC ticks. Not thread safe.</summary>
internal sealed class ClockHand(TimeProvider below)
{
    private readonly long _began = below.GetTimestamp();
    private readonly long _beganUtc = below.GetUtcNow().UtcTicks;
    private long _ahead;
    private long? _frozenAt;

    public bool IsFrozen => _frozenAt is not null;

    public long Now => _frozenAt ?? Running;

    private long Running => _beganUtc + below.GetElapsedTime(_began).Ticks + _ahead;

    public void Freeze() => _frozenAt = Now;

    public void Run()
    {
        if (_frozenAt is { } at)
        {
            _ahead += at - Running;
            _frozenAt = null;
        }
    }

    /// <summary>Moves on to a time, unless it is past it.</summary>
    public void MoveTo(long time)
    {
        var missing = Math.Max(0, time - Now);
        _ahead += _frozenAt is null ? missing : 0;
        _frozenAt += missing;
    }
}
