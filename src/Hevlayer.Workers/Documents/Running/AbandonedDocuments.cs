namespace Hevlayer.Workers;

/// <summary>
/// Releases what an earlier process of this worker held when it died, so that nobody waits for the end of its leases. Rows
/// that it may have written too late are found when the document is worked on again.
/// </summary>
internal sealed class AbandonedDocuments(DocumentParts parts)
{
    // An hour with the default delay; a document that is gone looks like one that somebody holds.
    private const int MostLooks = 60;

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

    // A write may still have been on its way when the process died, and come after another worker's newer rows. Whoever holds
    // the document at that moment may have written before it came, so the document is looked at until nobody does.
    private async Task CheckLaterAsync(AttemptNotes attempts, IReadOnlyList<AbandonedAttempt> abandoned)
    {
        var open = abandoned.ToList();
        for (var looks = 0; open.Count > 0 && looks < MostLooks; looks++)
        {
            await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, parts.Stopping).ContinueQuietlyAsync();
            foreach (var attempt in open.ToList())
            {
                var isOver = false;
                await RetryAsync(attempt.DocumentId, async () => isOver = await PutBackAsync(attempt.DocumentId));
                if (parts.Stopping.IsCancellationRequested)
                {
                    return;
                }

                if (isOver || looks == MostLooks - 1)
                {
                    open.Remove(attempt);
                    await attempts.EndAsync(attempt);
                }
            }
        }
    }

    private async Task ReleaseAsync(AbandonedAttempt abandoned)
    {
        await parts.Gateway.MoveAsync([abandoned.DocumentId], parts.Options.Stage, abandoned.Holder, static () => true, parts.Stopping);
        parts.Log.AbandonedReleased(abandoned.DocumentId);
    }

    // False while somebody holds the document. Whoever claims it from now on removes what is there.
    private async Task<bool> PutBackAsync(string documentId)
    {
        var document = new UnheldDocument(parts, documentId);
        if (await document.PutBackAsync(parts.Stopping) || parts.Options.WriteRowsWith == RowRoute.PutVectors)
        {
            return true;
        }

        if (await document.HasFailedAsync(parts.Stopping))
        {
            await RemoveAsync(documentId);
            return true;
        }

        return await document.WaitsAsync(parts.Stopping);
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
