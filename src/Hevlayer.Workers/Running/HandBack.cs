namespace Hevlayer.Workers;

/// <summary>Hands documents back to the stage they were claimed from, so that nobody waits for the end of their leases.</summary>
internal sealed class HandBack(WorkerParts parts)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // A call that hangs must leave time for another.
    private readonly TimeSpan _callLimit = parts.Options.Shutdown.ReleaseTime is var time && time > TimeSpan.Zero ? time / 2 : Timeout.InfiniteTimeSpan;

    /// <summary>Releases documents and repeats that while the gateway has trouble and there is time.</summary>
    /// <param name="documents">Documents nobody works on.</param>
    /// <param name="cancellationToken">Cancelled when the time is over.</param>
    public async Task ReleaseAsync(IReadOnlyList<HeldDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var outcomes = await documents.GroupBy(static document => document.Holder)
            .Select(held => ReleaseAsync(held.Key, [.. held], cancellationToken))
            .AllAsync();
        var released = outcomes.Sum(static outcome => outcome.Released);
        if (released > 0)
        {
            parts.Status.HandedBack(released);
            parts.Telemetry.HandedBack(released);
            parts.Log.HandedBack(released);
        }

        if (outcomes.Sum(static outcome => outcome.Left) is > 0 and var left)
        {
            parts.Log.NotHandedBack(left, outcomes.Select(static outcome => outcome.Error).FirstOrDefault(static error => error is not null));
        }

        foreach (var document in documents)
        {
            parts.Held.Remove(document);
        }
    }

    private async Task<(long Released, int Left, Exception? Error)> ReleaseAsync(string holder, List<HeldDocument> documents, CancellationToken cancellationToken)
    {
        Exception? last = null;
        var ours = Ours(documents);
        for (var failures = 0; ours.Count > 0 && !cancellationToken.IsCancellationRequested; ours = Ours(ours))
        {
            try
            {
                return (await ReleaseOnceAsync(holder, ours, cancellationToken), 0, null);
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

    private async Task<long> ReleaseOnceAsync(string holder, List<HeldDocument> documents, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_callLimit, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var ids = documents.ConvertAll(static document => document.Id);
        var reply = await parts.Gateway.MoveAsync(ids, parts.Options.Stage, holder, () => documents.Exists(static document => document.IsSafe), either.Token);
        return reply.Moved;
    }

    // A lease that is lost, before or in between, is somebody else's to release, and what was answered has ended either way.
    private static List<HeldDocument> Ours(IEnumerable<HeldDocument> documents) =>
        [.. documents.Where(static document => document is { IsSafe: true, IsEndUnknown: false })];
}
