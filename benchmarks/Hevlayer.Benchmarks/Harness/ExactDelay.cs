using System.Diagnostics;

namespace Hevlayer.Benchmarks;

/// <summary>
/// Delays that end within half a millisecond of their time. The framework's timers go by the system's coarse clock and are
/// late by up to one of its steps, 4 ms on many machines: as much as what is simulated here.
/// </summary>
internal static class ExactDelay
{
    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(0.5);
    private static readonly PriorityQueue<TaskCompletionSource, long> Waits = new();

    static ExactDelay() => new Thread(Run) { IsBackground = true, Name = "exact delays", Priority = ThreadPriority.Highest }.Start();

    /// <summary>Ends after the time.</summary>
    public static Task AfterAsync(TimeSpan time)
    {
        var due = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Waits)
        {
            Waits.Enqueue(wait, due);
            Monitor.Pulse(Waits);
        }

        return wait.Task;
    }

    private static void Run()
    {
        lock (Waits)
        {
            while (true)
            {
                if (!Waits.TryPeek(out var first, out var due))
                {
                    Monitor.Wait(Waits);
                    continue;
                }

                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (left < Near)
                {
                    Waits.Dequeue();
                    first.SetResult();
                }
                else
                {
                    Monitor.Wait(Waits, Math.Max(1, (int)left.TotalMilliseconds));
                }
            }
        }
    }
}
