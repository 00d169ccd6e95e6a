namespace Hevlayer.Workers;

/// <summary>
/// The calls of one look for rows. While the worker ends, each has a short time of its own and is retried, for there is no time
/// to begin the look anew; before that, one that fails ends the look.
/// </summary>
/// <param name="parts">Parts of the worker.</param>
/// <param name="id">Id of the document.</param>
/// <param name="end">Ends all calls.</param>
internal sealed class LookCalls(DocumentParts parts, string id, CancellationToken end)
{
    private readonly UnheldDocument _document = new(parts, id);

    private TimeSpan ReleaseTime => parts.Options.Shutdown.ReleaseTime;

    /// <summary>Versions of those of the rows that are there.</summary>
    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds) => CallAsync(token => parts.Gateway.VersionsAsync(rowIds, token));

    /// <summary>What was staged last.</summary>
    public Task<IReadOnlyList<Chunk>> ChunksAsync() => CallAsync(token => parts.Gateway.LookAtChunksAsync(id, token));

    /// <summary>Deletes the rows of one version.</summary>
    public Task DeleteAsync(long version) => CallAsync(async token =>
    {
        await parts.Gateway.DeleteVersionAsync(id, version, token);
        return true;
    });

    /// <summary>Whether the document was indexed, and is now back for whoever claims it next.</summary>
    public Task<bool> PutBackAsync() => CallAsync(_document.PutBackAsync);

    /// <summary>Whether it waits to be claimed.</summary>
    public Task<bool> WaitsAsync() => CallAsync(_document.WaitsAsync);

    /// <summary>Whether it has failed.</summary>
    public Task<bool> HasFailedAsync() => CallAsync(_document.HasFailedAsync);

    /// <summary>Whether it has failed, so that nobody writes over our rows any more; they are deleted then.</summary>
    /// <param name="version">Version of the rows.</param>
    public async Task<bool> DeleteIfFailedAsync(long version)
    {
        if (!await HasFailedAsync())
        {
            return false;
        }

        await DeleteAsync(version);
        return true;
    }

    /// <summary>
    /// Leaves rows that may be there to whoever works on the document next: it is put back where it is indexed, and where it has
    /// failed nobody comes, so they are deleted.
    /// </summary>
    /// <param name="version">Version of the rows.</param>
    /// <returns>False while somebody holds the document.</returns>
    public async Task<bool> LeaveAsync(long version) => await PutBackAsync() || await DeleteIfFailedAsync(version) || await WaitsAsync();

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        for (var failures = 1; ; failures++)
        {
            // A call that had begun before the worker ends must leave time for another, too.
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
            using var late = parts.Abort.UnsafeRegister(_ => limit.CancelAfter(ReleaseTime / 8), null);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, end);
            try
            {
                return await call(stop.Token);
            }
            catch (Exception exception) when (parts.Abort.IsCancellationRequested && !end.IsCancellationRequested && failures < parts.Limits.Retry.MaxTransientFailures)
            {
                parts.Log.RepairFailed(id, failures, exception);
                await Task.Delay(ReleaseTime / 16, parts.Clock, end).ContinueQuietlyAsync();
            }
        }
    }
}
