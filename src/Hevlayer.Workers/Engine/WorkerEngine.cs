namespace Hevlayer.Workers;

/// <summary>
/// One running worker: takes items, works on them, keeps their leases, and ends in two phases. It awaits on the context it
/// was started on, so that a simulation runs it on one thread.
/// </summary>
internal class WorkerEngine(EngineParts parts, IWorkAdapter adapter) : IDisposable
{
    /// <summary>Works until the stop signal, and then until nothing is held any more. Never fails.</summary>
    public async Task RunAsync()
    {
        var (limits, progress) = (parts.Limits, parts.Progress);
        var running = new RunningWork(item => new ItemRun(parts, adapter, item).RunAsync());
        progress.State = WorkerState.Running;
        var taking = TakeAsync(running);
        await parts.Stopping.CancelledAsync();

        parts.Log.Draining(limits.Worker, parts.Held.Count, limits.Items);
        progress.State = WorkerState.Draining;
        await new Drain(parts, running).RunAsync(taking);
        progress.State = WorkerState.Stopped;
        parts.Log.Stopped(limits.Worker, progress.Completed, limits.Items, progress.Failed, progress.Released);
    }

    public virtual void Dispose() => parts.Dispose();

    private async Task TakeAsync(RunningWork running)
    {
        await adapter.StartAsync();
        await new TakeLoop(parts, adapter, running).RunAsync();
        running.Ended.Set();
    }
}
