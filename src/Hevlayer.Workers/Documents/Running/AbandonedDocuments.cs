namespace Hevlayer.Workers;

/// <summary>
/// Releases what an earlier process of this worker held when it died, so that nobody waits for the end of its leases. Rows
/// that it may have written too late are found when the document is worked on again.
/// </summary>
internal sealed class AbandonedDocuments(DocumentParts parts)
{
    public async Task ReleaseAsync()
    {
        if (parts.Attempts is not { } attempts || await attempts.AbandonedAsync() is not { Count: > 0 } abandoned)
        {
            return;
        }

        foreach (var attempt in abandoned)
        {
            await RetryAsync(attempt.DocumentId, () => ReleaseAsync(attempt));
        }

        _ = CheckLaterAsync(attempts, abandoned);
    }

    // A write may still have been on its way when the process died, and come after another worker's newer rows.
    private async Task CheckLaterAsync(AttemptNotes attempts, IReadOnlyList<AbandonedAttempt> abandoned)
    {
        await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, parts.Stopping).ContinueQuietlyAsync();
        foreach (var attempt in abandoned)
        {
            await RetryAsync(attempt.DocumentId, () => PutBackAsync(attempt.DocumentId));
            if (!parts.Stopping.IsCancellationRequested)
            {
                await attempts.EndAsync(attempt);
            }
        }
    }

    private async Task ReleaseAsync(AbandonedAttempt abandoned)
    {
        await parts.Gateway.MoveAsync([abandoned.DocumentId], parts.Options.Stage, abandoned.Holder, static () => true, parts.Stopping);
        parts.Log.AbandonedReleased(abandoned.DocumentId);
    }

    private async Task PutBackAsync(string documentId)
    {
        if (await parts.Gateway.MoveFromAsync([documentId], DocumentStage.Indexed, parts.Options.Stage, parts.Stopping) > 0)
        {
            parts.Log.PutBack(documentId);
        }
        else if (parts.Options.WriteRowsWith != RowRoute.PutVectors
            && await parts.Gateway.MoveFromAsync([documentId], DocumentStage.Failed, DocumentStage.Failed, parts.Stopping) > 0)
        {
            await RemoveAsync(documentId);
        }
    }

    // A document that failed because it was staged without chunks has no rows; one that failed otherwise keeps those it had.
    private async Task RemoveAsync(string documentId)
    {
        var version = parts.Versions.Next();
        if (await parts.Gateway.NewestVersionAsync(documentId, parts.Stopping) is > 0 and var newest
            && await parts.Gateway.GetChunksAsync(documentId, static () => true, parts.Stopping) is { Count: 0 })
        {
            await parts.Gateway.DeleteOlderAsync(documentId, newest < version ? version : parts.Versions.Above(newest), static () => true, parts.Stopping);
        }
    }

    private async Task RetryAsync(string documentId, Func<Task> call)
    {
        var retry = parts.Limits.Retry;
        for (var failures = 0; !parts.Stopping.IsCancellationRequested && failures < retry.MaxTransientFailures;)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(documentId, ++failures, exception);
                await Task.Delay(retry.PauseAfter(failures, parts.Random.NextDouble()), parts.Clock, parts.Stopping).ContinueQuietlyAsync();
            }
        }
    }
}
