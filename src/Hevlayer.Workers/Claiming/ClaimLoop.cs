namespace Hevlayer.Workers;

/// <summary>Claims documents and starts the work on them, until the worker begins to end.</summary>
/// <param name="parts">What the worker works with.</param>
/// <param name="running">The work that is started.</param>
/// <param name="lastClaim">Cancelled when what a claim brings could not be handed back any more.</param>
internal sealed class ClaimLoop(WorkerParts parts, RunningWork<HeldDocument> running, CancellationToken lastClaim)
{
    private int _emptyClaims;
    private int _failures;

    public async Task RunAsync()
    {
        while (!parts.Stopping.IsCancellationRequested)
        {
            parts.Status.ShowSign();
            try
            {
                await TurnAsync();
            }
            catch (OperationCanceledException) when (parts.Stopping.IsCancellationRequested)
            {
                // A pause was cut short.
            }
            catch (Exception exception)
            {
                var pause = ClaimPacing.AfterFailure(++_failures, parts.Options, parts.Random.NextDouble());
                parts.Status.ClaimFailed(exception.Message);
                parts.Log.ClaimFailed(_failures, pause, exception);
                await PauseAsync(pause);
            }
        }
    }

    private async Task TurnAsync()
    {
        var size = ClaimPacing.Size(parts.Held.Count, parts.Options, parts.Trouble.IsShared);
        if (size == 0)
        {
            // Without an end, a worker whose documents all wait would seem dead.
            await parts.Held.Left.WaitAsync(parts.Options.LivenessLimit / 4, parts.Clock, parts.Stopping);
            return;
        }

        var streak = parts.Status.FailureStreak;
        var holdBack = ClaimPacing.AfterStreak(streak, parts.Options, parts.Random.NextDouble());
        if (holdBack > TimeSpan.Zero)
        {
            parts.Log.ClaimsHeldBack(streak, holdBack);
            await parts.Trouble.PauseAsync(holdBack, parts.Stopping);
            parts.Stopping.ThrowIfCancellationRequested();
        }

        var claimed = await ClaimAsync(size);
        _failures = 0;
        _emptyClaims = claimed == 0 ? _emptyClaims + 1 : 0;
        if (claimed == 0)
        {
            await PauseAsync(ClaimPacing.AfterNothing(_emptyClaims, parts.Options, parts.Random.NextDouble()));
        }
    }

    private async Task<int> ClaimAsync(int size)
    {
        var sentAt = parts.Clock.GetTimestamp();

        // Not cancelled by the stop signal, nor by the end of the drain time: documents of a claim whose reply nobody reads
        // would stay claimed until their lease is over.
        var holder = parts.Holders.Next();
        var ids = await parts.Gateway.ClaimAsync(size, holder, lastClaim);
        parts.Status.ClaimSucceeded(ids.Count);
        parts.Telemetry.Claimed(ids.Count);
        if (ids.Count > 0)
        {
            parts.Log.Claimed(ids.Count, holder);
            running.Start(parts.Held.Add(ids, sentAt, holder, parts.Attempts?.ReadAsync(ids)));
        }

        return ids.Count;
    }

    private Task PauseAsync(TimeSpan pause) => Task.Delay(pause, parts.Clock, parts.Stopping)
        .ContinueQuietlyAsync();
}
