namespace Hevlayer.Workers;

/// <summary>Takes items and starts the work on them, until the worker begins to end.</summary>
internal sealed class TakeLoop(EngineParts parts, IWorkAdapter adapter, RunningWork running)
{
    private readonly WorkLimits _limits = parts.Limits;
    private int _emptyTakes;
    private int _failures;

    public async Task RunAsync()
    {
        while (!parts.Stopping.IsCancellationRequested)
        {
            parts.Progress.LoopMoved();
            try
            {
                await TurnAsync();
            }
            catch (OperationCanceledException) when (parts.Stopping.IsCancellationRequested)
            {
                // A pause was cut short, or the last call.
            }
            catch (Exception exception)
            {
                var pause = TakePacing.AfterFailure(++_failures, _limits, parts.Random.NextDouble());
                parts.Progress.TakeFailed(exception.Message);
                parts.Log.TakeFailed(_limits.Worker, _limits.Items, _failures, pause, exception);
                await PauseAsync(pause);
            }
        }
    }

    private async Task TurnAsync()
    {
        var size = TakePacing.Size(parts.Held.Count, parts.Held.Storing, _limits, parts.Trouble.IsShared);
        if (size == 0)
        {
            // Without an end, a worker whose items all wait would seem dead.
            await parts.Held.Advanced.WaitAsync(_limits.LivenessLimit / 4, parts.Clock, parts.Stopping);
            return;
        }

        var streak = parts.Progress.FailureStreak;
        var pause = TakePacing.AfterStreak(streak, _limits, parts.Random.NextDouble());
        if (pause > TimeSpan.Zero)
        {
            parts.Log.TakingPaused(streak, _limits.Worker, _limits.Items, pause);
            await parts.Trouble.PauseAsync(pause, parts.Stopping);
            parts.Stopping.ThrowIfCancellationRequested();
        }

        var context = new TakeContext(size, adapter.IsLongPoll, parts.Clock);
        var taken = await TakeAsync(context);
        _failures = 0;
        _emptyTakes = taken == 0 ? _emptyTakes + 1 : 0;
        if (taken == 0)
        {
            // What a long poll has waited counts.
            var idle = TakePacing.AfterNothing(_emptyTakes, _limits, parts.Random.NextDouble());
            await PauseAsync(adapter.IsLongPoll ? idle - context.Took : idle);
        }
    }

    // Not cancelled by the stop signal: items that a call brings whose reply nobody reads would stay held until their leases
    // are over.
    private async Task<int> TakeAsync(TakeContext context)
    {
        var batches = await adapter.TakeAsync(context, parts.LastTake);
        var taken = batches.Sum(static batch => batch.Items.Count);
        parts.Progress.TakeSucceeded(taken);
        parts.EngineTelemetry.Taken(taken);
        foreach (var batch in batches)
        {
            parts.Held.Add(batch);
        }

        foreach (var batch in batches)
        {
            running.Start(batch.Items);
            _ = new LeaseKeeper(batch, parts.Held, _limits.Items, parts.Clock, parts.Random, parts.EngineTelemetry, parts.Log).RunAsync();
        }

        return taken;
    }

    private Task PauseAsync(TimeSpan pause) => pause > TimeSpan.Zero
        ? Task.Delay(pause, parts.Clock, parts.Stopping).ContinueQuietlyAsync()
        : Task.CompletedTask;
}
