using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>Lets time pass until something has come to its end.</summary>
internal static class FakeClock
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(this FakeTimeProvider clock, Task task)
    {
        while (!task.IsCompleted)
        {
            clock.Advance(Step);

            // What the clock set off runs on the thread pool.
            await Task.WhenAny(task, Task.Delay(1));
        }
    }
}
