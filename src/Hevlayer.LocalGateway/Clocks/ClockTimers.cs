namespace Hevlayer.Local;

/// <summary>The timers of a clock in the order in which they fall due. Not thread safe.</summary>
internal sealed class ClockTimers
{
    private readonly SortedSet<ClockTimer> _byDue = new(Comparer<ClockTimer>.Create(static (x, y) => (x.Due, x.Order).CompareTo((y.Due, y.Order))));
    private long _lastOrder;

    public ClockTimer? Next => _byDue.Min;

    /// <summary>Gives a timer its next time, null for none; false when it has been disposed of.</summary>
    public bool Set(ClockTimer timer, long? due, TimeSpan period)
    {
        if (timer.IsDisposed)
        {
            return false;
        }

        _byDue.Remove(timer);
        timer.Period = period;
        if (due is { } time)
        {
            timer.Due = time;
            timer.Order = ++_lastOrder;
            _byDue.Add(timer);
        }

        return true;
    }

    public void Forget(ClockTimer timer)
    {
        _byDue.Remove(timer);
        timer.IsDisposed = true;
    }

    /// <summary>Takes the first timer that is due by a time, with that time; a periodic one takes its next place.</summary>
    public (ClockTimer Timer, long Due)? TakeDue(long upTo)
    {
        if (_byDue.Min is not { } timer || timer.Due > upTo)
        {
            return null;
        }

        var due = timer.Due;
        Set(timer, timer.Period > TimeSpan.Zero ? due + timer.Period.Ticks : null, timer.Period);
        return (timer, due);
    }
}
