namespace Hevlayer.Local;

/// <summary>
/// Runs what a test awaits under a clock that only the test moves: advances it in small steps, and lets everything that
/// became due run, until the task ends. One advance alone would end one pause, not the calls that follow it.
/// </summary>
public static class ClockPump
{
    /// <summary>Most steps of a call; after them it is assumed to wait for something other than the clock.</summary>
    public const int MostSteps = 500_000;

    private static readonly TimeSpan DefaultStep = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a call to its end. It works for calls that wait only for the clock: over a socket, replies need real
    /// time as well.</summary>
    /// <param name="advance">Moves the clock, such as <c>clock.Advance</c> of a <c>FakeTimeProvider</c> or of a <see cref="LocalClock"/>.</param>
    /// <param name="call">Starts what is to end. It runs on the thread pool.</param>
    /// <param name="step">How far each step goes, above 0; null for 10 milliseconds.</param>
    /// <param name="cancellationToken">Stops the steps; the call goes on.</param>
    /// <returns>The result of the call; its error is thrown as it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is not above 0.</exception>
    /// <exception cref="TimeoutException">The call is still waiting after <see cref="MostSteps"/> steps.</exception>
    public static async Task<T> RunAsync<T>(Action<TimeSpan> advance, Func<Task<T>> call, TimeSpan? step = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(advance);
        ArgumentNullException.ThrowIfNull(call);
        var by = step ?? DefaultStep;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero, nameof(step));

        // Off the test's own context, what becomes due runs inside the advance and not some time later.
        var task = await Task.Run(() => PumpAsync(advance, call, by, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>Runs a call without a result to its end.</summary>
    /// <inheritdoc cref="RunAsync{T}(Action{TimeSpan}, Func{Task{T}}, TimeSpan?, CancellationToken)"/>
    public static Task RunAsync(Action<TimeSpan> advance, Func<Task> call, TimeSpan? step = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync(advance, WithResultAsync, step, cancellationToken);

        async Task<bool> WithResultAsync()
        {
            await call().ConfigureAwait(false);
            return true;
        }
    }

    private static async Task<Task<T>> PumpAsync<T>(Action<TimeSpan> advance, Func<Task<T>> call, TimeSpan step, CancellationToken cancellationToken)
    {
        var task = call();
        for (var steps = 0; !task.IsCompleted; steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (steps == MostSteps)
            {
                throw new TimeoutException($"The call is still waiting although the clock was advanced {MostSteps} times by {step}.");
            }

            await Task.Yield();
            if (!task.IsCompleted)
            {
                advance(step);
            }
        }

        return task;
    }
}
