namespace Hevlayer.Local;

/// <summary>
/// A clock that runs, stands still, or is set forward, for interactive use of a <see cref="LocalGateway"/>. It starts
/// running, at the time of the clock below it, and never goes back. What falls due in an advance runs inside it, on its thread.
/// </summary>
public sealed class LocalClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly ClockTimers _timers = new();
    private readonly ClockHand _hand;
    private readonly ITimer _alarm;

    /// <summary>Makes a running clock.</summary>
    /// <param name="inner">What it runs by; null for <see cref="TimeProvider.System"/>.</param>
    public LocalClock(TimeProvider? inner = null)
    {
        _hand = new ClockHand(inner ?? System);
        _alarm = (inner ?? System).CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _hand.IsFrozen;
            }
        }
    }

    /// <summary>100 nanoseconds.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer of this clock fires; null for none.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_lock)
            {
                return _timers.Next is { } next ? new DateTimeOffset(next.Due, TimeSpan.Zero) : null;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Now(), TimeSpan.Zero);

    /// <summary>The ticks of <see cref="GetUtcNow"/>.</summary>
    public override long GetTimestamp() => Now();

    /// <summary>Stops the clock where it is; does nothing when it stands still.</summary>
    public void Freeze()
    {
        lock (_lock)
        {
            _hand.Freeze();
            Arm();
        }
    }

    /// <summary>Lets the clock run on from where it stands; does nothing when it runs.</summary>
    public void Run()
    {
        lock (_lock)
        {
            _hand.Run();
            Arm();
        }
    }

    /// <summary>Sets the clock forward, whether it runs or stands still, and runs what becomes due on the way, in
    /// order.</summary>
    /// <param name="by">How far, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the clock would leave the calendar.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - GetUtcNow());
        long target;
        lock (_lock)
        {
            target = _hand.Now + by.Ticks;
        }

        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _hand.MoveTo(target);
            Arm();
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Schedule(ClockTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var set = _timers.Set(timer, dueTime == Timeout.InfiniteTimeSpan ? null : _hand.Now + dueTime.Ticks, period);
            Arm();
            return set;
        }
    }

    internal void Forget(ClockTimer timer)
    {
        lock (_lock)
        {
            _timers.Forget(timer);
        }
    }

    private void FireDue()
    {
        while (TakeDue(Now()) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            Arm();
        }
    }

    private ClockTimer? TakeDue(long upTo)
    {
        lock (_lock)
        {
            if (_timers.TakeDue(upTo) is not var (timer, due))
            {
                return null;
            }

            _hand.MoveTo(due);
            return timer;
        }
    }

    private long Now()
    {
        lock (_lock)
        {
            return _hand.Now;
        }
    }

    // A frozen clock has nothing to wait for.
    private void Arm() => _alarm.Change(
        !_hand.IsFrozen && _timers.Next is { } next ? TimeSpan.FromTicks(Math.Max(0, next.Due - _hand.Now)) + TimeSpan.FromMilliseconds(1) : Timeout.InfiniteTimeSpan,
        Timeout.InfiniteTimeSpan);
}
