namespace Hevlayer.Workers;

/// <summary>Wakes one waiter. A call without a waiter is kept for the next one; several calls count as one. Thread safe.</summary>
internal sealed class Signal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiter;
    private bool _isSet;

    public void Set()
    {
        lock (_lock)
        {
            _isSet = _waiter is null || !_waiter.TrySetResult();
            _waiter = null;
        }
    }

    /// <summary>Ends when the signal is set, or after a time, whichever comes first.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="clock">The clock that measures it.</param>
    /// <param name="cancellationToken">Ends the wait with an error.</param>
    public async Task WaitAsync(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource waiter;
        lock (_lock)
        {
            if (_isSet)
            {
                _isSet = false;
                return;
            }

            waiter = _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        using var timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), waiter, limit, Timeout.InfiniteTimeSpan);
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token),
            waiter);
        await waiter.Task;
    }
}
