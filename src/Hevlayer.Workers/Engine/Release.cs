namespace Hevlayer.Workers;

/// <summary>Releases items of a worker that ends, so that nobody waits for the end of their leases.</summary>
internal sealed class Release(EngineParts parts)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A call that hangs must leave time for another.
    private readonly TimeSpan _callLimit = parts.Limits.Shutdown.ReleaseTime is var time && time > TimeSpan.Zero ? time / 2 : Timeout.InfiniteTimeSpan;

    /// <summary>Releases items, and retries that while there is trouble and time.</summary>
    /// <param name="items">Items nobody works on.</param>
    /// <param name="cancellationToken">Cancelled when the time is over.</param>
    public async Task RunAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return;
        }

        var outcomes = await items.GroupBy(static item => item.Batch!)
            .Select(batch => ReleaseAsync(batch.Key, [.. batch], cancellationToken))
            .AllAsync();
        if (outcomes.Sum(static outcome => outcome.Released) is > 0 and var released)
        {
            parts.Progress.ItemsReleased(released);
            parts.EngineTelemetry.Released(released);
            parts.Log.ItemsReleased(parts.Limits.Worker, released, parts.Limits.Items);
        }

        if (outcomes.Sum(static outcome => outcome.Open) is > 0 and var open)
        {
            parts.Log.NotReleased(open, parts.Limits.Items, outcomes.Select(static outcome => outcome.Error).FirstOrDefault(static error => error is not null));
        }

        foreach (var item in items)
        {
            parts.Held.Remove(item);
        }
    }

    private async Task<(long Released, int Open, Exception? Error)> ReleaseAsync(HeldBatch batch, List<HeldItem> items, CancellationToken cancellationToken)
    {
        Exception? last = null;
        var ours = Ours(items);
        for (var failures = 0; ours.Count > 0 && !cancellationToken.IsCancellationRequested; ours = Ours(ours))
        {
            using var limit = new CancellationTokenSource(_callLimit, parts.Clock);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return (await batch.ReleaseAsync(ours, end.Token), 0, null);
            }
            catch (Exception exception)
            {
                last = exception;
                var pause = RetryPause.After(++failures, FirstPause, LongestPause, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, cancellationToken).ContinueQuietlyAsync();
            }
        }

        return (0, ours.Count, last);
    }

    // A lease that is lost, before or in between, is somebody else's to release, and a call that was answered has ended it
    // either way.
    private static List<HeldItem> Ours(List<HeldItem> items) => items.FindAll(static item => item is { Lease.IsSafe: true, IsEndUnknown: false });
}
