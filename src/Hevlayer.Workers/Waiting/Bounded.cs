namespace Hevlayer.Workers;

/// <summary>Waits for work that may ignore its cancellation.</summary>
internal static class Bounded
{
    /// <summary>Waits until the work ends, but no longer than a time after its token was cancelled.</summary>
    /// <param name="work">The work.</param>
    /// <param name="grace">How long the work may go on after it was cancelled.</param>
    /// <param name="clock">The clock that measures it.</param>
    /// <param name="cancellationToken">The token that the work was given.</param>
    /// <returns>False when the work still goes on, and nobody waits for it any more.</returns>
    public static async Task<bool> EndsAsync(Task work, TimeSpan grace, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
        {
            return true;
        }

        // Task.WhenAny would take its tasks' ends from the thread pool, and with them the order in which things happen.
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = TellAsync(work, over);
        using var timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), over, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var registration = cancellationToken.UnsafeRegister(_ => timer.Change(grace, Timeout.InfiniteTimeSpan), null);
        await over.Task;
        return work.IsCompleted;
    }

    private static async Task TellAsync(Task work, TaskCompletionSource over)
    {
        await work.ContinueQuietlyAsync();
        over.TrySetResult();
    }
}
