using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests;

/// <summary>
/// Runs a task under a fake clock: advances in small steps and lets everything that became due run, until the task ends.
/// One advance alone would end one pause, not the calls that follow it.
/// </summary>
internal static class ClockPump
{
    private const int MostSteps = 500_000;

    /// <summary>Runs a call whose pauses are fractions of a second.</summary>
    public static Task<T> RunAsync<T>(this FakeTimeProvider clock, Func<Task<T>> call) =>
        clock.RunAsync(call, TimeSpan.FromMilliseconds(10));

    public static async Task<T> RunAsync<T>(this FakeTimeProvider clock, Func<Task<T>> call, TimeSpan step)
    {
        // Off the test's own context, what becomes due runs inside Advance and not some time later.
        var task = await Task.Run(() => PumpAsync(clock, call, step));
        return await task;
    }

    /// <summary>Runs a call that must fail, and gives its error.</summary>
    public static Task<TException> FailAsync<TException>(this FakeTimeProvider clock, Func<Task> call, TimeSpan? step = null)
        where TException : Exception =>
        Assert.ThrowsAsync<TException>(() => clock.RunAsync(
            async () =>
            {
                await call();
                return true;
            },
            step ?? TimeSpan.FromMilliseconds(10)));

    private static async Task<Task<T>> PumpAsync<T>(FakeTimeProvider clock, Func<Task<T>> call, TimeSpan step)
    {
        var task = call();
        for (var steps = 0; !task.IsCompleted; steps++)
        {
            Assert.True(steps < MostSteps, "The call is still waiting although the clock was advanced far.");
            await Task.Yield();
            if (!task.IsCompleted)
            {
                clock.Advance(step);
            }
        }

        return task;
    }
}
