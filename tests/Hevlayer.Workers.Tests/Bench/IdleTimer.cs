namespace Hevlayer.Workers.Tests;

/// <summary>A timer that a test fires.</summary>
internal sealed class IdleTimer(Action callback) : ITimer
{
    public TimeSpan DueTime { get; set; }

    public void Fire() => callback();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        return true;
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
