namespace Hevlayer.Workers;

/// <summary>Waits for work that may not listen when it is cancelled.</summary>
internal static class Bounded
{
    /// <summary>Waits until the work ends, but no longer than a time after its token was cancelled.</summary>
    /// <param name="work">The work.</param>
    /// <param name="grace">How long the work may go on after it was cancelled.</param>
    /// <param name="clock">The clock that measures it.</param>
    /// <param name="cancellationToken">The token that the work was given.</param>
    /// <returns>False when the work still goes on and is left to itself.</returns>
    public static async Task<bool> EndsAsync(Task work, TimeSpan grace, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
        {
            return true;
        }

        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), cancelled))
        {
            await Task.WhenAny(work, cancelled.Task);
        }

        if (!work.IsCompleted)
        {
            await WithinAsync(work, grace, clock);
        }

        return work.IsCompleted;
    }

    /// <summary>Waits until the work ends, but no longer than a time.</summary>
    public static async Task WithinAsync(Task work, TimeSpan limit, TimeProvider clock)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var timer = clock.CreateTimer(static state => ((TaskCompletionSource)state!).TrySetResult(), over, limit, Timeout.InfiniteTimeSpan);
        await Task.WhenAny(work, over.Task);
    }
}
