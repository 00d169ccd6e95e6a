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
        Exception? last = null;
        var ours = Ours(documents);
        for (var failures = 0; ours.Count > 0 && !cancellationToken.IsCancellationRequested; ours = Ours(ours))
        {
            try
            {
                var released = await ReleaseOnceAsync(ours, cancellationToken);
                parts.Status.HandedBack(released);
                parts.Telemetry.HandedBack(released);
                parts.Log.HandedBack(released);
                ours = [];
            }
            catch (Exception exception)
            {
                last = exception;
                var pause = RetryPause.After(++failures, FirstPause, LongestPause, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, cancellationToken).ContinueQuietlyAsync();
            }
        }

        if (ours.Count > 0)
        {
            parts.Log.NotHandedBack(ours.Count, last);
        }

        foreach (var document in documents)
        {
            parts.Held.Remove(document);
        }
    }

    private async Task<long> ReleaseOnceAsync(List<HeldDocument> documents, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_callLimit, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reply = await parts.Gateway.MoveAsync([.. documents.Select(static document => document.Id)], parts.Options.Stage, either.Token);
        return reply.Moved;
    }

    // A lease that is lost, before or in between, is somebody else's to release.
    private static List<HeldDocument> Ours(IEnumerable<HeldDocument> documents) =>
        [.. documents.Where(static document => document.IsSafe)];
}
