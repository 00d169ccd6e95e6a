namespace Hevlayer.Workers;

/// <summary>The end of a worker: what runs may end in its time, what is left is cancelled, and all that is held goes back.</summary>
/// <param name="shutdown">The times.</param>
/// <param name="clock">The clock that measures them.</param>
/// <param name="abort">Cancelled when the time of those who run is over.</param>
internal sealed class Drain(WorkerShutdownOptions shutdown, TimeProvider clock, CancellationTokenSource abort)
{
    /// <summary>Waits until all work has ended, or the time is over.</summary>
    /// <typeparam name="T">What is worked on.</typeparam>
    /// <param name="running">The work.</param>
    /// <param name="loop">The loop that starts work; it ends by itself, and may start some on its way.</param>
    /// <param name="release">Hands items back; cancelled when the time is over.</param>
    /// <param name="held">All items that are still held.</param>
    public async Task RunAsync<T>(RunningWork<T> running, Task loop, Func<IReadOnlyList<T>, CancellationToken, Task> release, Func<IReadOnlyList<T>> held)
    {
        using var drained = new CancellationTokenSource(shutdown.DrainTime, clock);
        using var forward = drained.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), abort);
        using var end = new CancellationTokenSource(shutdown.Total, clock);

        // What was never begun goes back at once, while the handlers that run still have their time.
        while (!end.IsCancellationRequested && (running.Count > 0 || !loop.IsCompleted))
        {
            await release(running.TakeLeft(), end.Token);
            if (running.Count > 0 || !loop.IsCompleted)
            {
                await running.Ended.WaitAsync(shutdown.Total, clock, end.Token).ContinueQuietlyAsync();
            }
        }

        await release(held(), end.Token);
    }
}
