namespace Hevlayer.Workers.Simulation;

/// <summary>A timer that fires on its node when virtual time comes to it.</summary>
internal sealed class SimulatedTimer(TimerCallback callback, object? state, SimulatedNode node, VirtualTime time, bool isBare = false) : ITimer
{
    private int _setting;
    private bool _isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
        {
            return false;
        }

        var setting = ++_setting;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            time.After(dueTime, () => Due(setting, period));
        }

        return true;
    }

    public void Dispose() => _isDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Due(int setting, TimeSpan period)
    {
        if (node.IsFrozen)
        {
            node.RunWhenThawed(() => Due(setting, period));
        }
        else if (isBare)
        {
            node.RunBare(() => Fire(setting, period));
        }
        else if (IsCurrent(setting))
        {
            node.Run(() => Fire(setting, period));
        }
    }

    private void Fire(int setting, TimeSpan period)
    {
        if (IsCurrent(setting))
        {
            if (period > TimeSpan.Zero)
            {
                time.After(period, () => Due(setting, period));
            }

            callback(state);
        }
    }

    private bool IsCurrent(int setting) => !_isDisposed && setting == _setting;
}
