namespace Hevlayer.Workers;

/// <summary>
/// Releases what an earlier process of this worker held when it died, so that nobody waits for the end of its leases. Rows
/// that it may have written too late are found when the document is worked on again.
/// </summary>
internal sealed class AbandonedDocuments(WorkerParts parts)
{
    public async Task ReleaseAsync()
    {
        if (parts.Attempts is not { } attempts)
        {
            return;
        }

        foreach (var abandoned in await attempts.AbandonedAsync())
        {
            await ReleaseAsync(abandoned);
        }
    }

    private async Task ReleaseAsync(AbandonedAttempt abandoned)
    {
        var retry = parts.Options.Retry;
        for (var failures = 0; !parts.Stopping.IsCancellationRequested && failures < retry.MaxGatewayFailures;)
        {
            try
            {
                var reply = await parts.Gateway.MoveAsync([abandoned.DocumentId], parts.Options.Stage, abandoned.Holder, static () => true, parts.Stopping);
                if (reply.Moved == 0)
                {
                    await parts.Gateway.MoveFromAsync([abandoned.DocumentId], DocumentStage.Indexed, parts.Options.Stage, parts.Stopping);
                }

                parts.Log.AbandonedReleased(abandoned.DocumentId);
                return;
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(abandoned.DocumentId, ++failures, exception);
                await Task.Delay(RetryPause.After(failures, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble()), parts.Clock, parts.Stopping).ContinueQuietlyAsync();
            }
        }
    }
}
