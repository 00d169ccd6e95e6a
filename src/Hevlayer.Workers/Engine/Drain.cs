namespace Hevlayer.Workers;

/// <summary>
/// The end of a worker: what runs may end in its time, then it is cancelled, and all that is still held is released.
/// </summary>
internal sealed class Drain(EngineParts parts, RunningWork running)
{
    private readonly Release _release = new(parts);

    /// <summary>Waits until all work has ended, or the time is over.</summary>
    /// <param name="taking">The loop that starts work; it ends by itself, and may start some on its way.</param>
    public async Task RunAsync(Task taking)
    {
        var shutdown = parts.Limits.Shutdown;
        parts.BeginDrain();
        using var drained = new CancellationTokenSource(shutdown.DrainTime, parts.Clock);
        using var forward = drained.Token.UnsafeRegister(static parts => ((EngineParts)parts!).AbortWork(), parts);
        using var end = new CancellationTokenSource(shutdown.Total, parts.Clock);

        // What was never begun is released at once, while the handlers that run still have their time.
        while (!end.IsCancellationRequested && (running.Count > 0 || !taking.IsCompleted))
        {
            await _release.RunAsync(running.TakeReleasable(), end.Token);
            if (running.Count > 0 || !taking.IsCompleted)
            {
                await running.Ended.WaitAsync(shutdown.Total, parts.Clock, end.Token).ContinueQuietlyAsync();
            }
        }

        // After a freeze the whole time may be over before the drain time was seen to be.
        if (running.Count > 0)
        {
            parts.AbortWork();
        }

        await _release.RunAsync(parts.Held.All, end.Token);
    }
}
