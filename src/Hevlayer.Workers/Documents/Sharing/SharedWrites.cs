namespace Hevlayer.Workers;

/// <summary>Writes rows of many documents together. Each keeps its own version, and is told whether all of its own was done.</summary>
internal sealed class SharedWrites
{
    private readonly IPipelineGateway _gateway;
    private readonly SharedCalls<RowWrite, bool> _calls;

    /// <summary>Makes the writes of one worker.</summary>
    /// <param name="gateway">Where they go.</param>
    /// <param name="options">How they are filled.</param>
    /// <param name="moreCanCome">Whether a document is worked on that may bring rows.</param>
    /// <param name="clock">The clock.</param>
    public SharedWrites(IPipelineGateway gateway, DocumentWorkerOptions options, Func<bool> moreCanCome, TimeProvider clock)
    {
        _gateway = gateway;
        _calls = new(
            new(new(options.Writes.MaxRows, options.MaxWriteBytes), options.Writes.MaxDelay, options.Writes.MaxConcurrent),
            moreCanCome,
            SendAsync,
            clock);
    }

    /// <summary>Writes rows of a document; false when some were refused, or are gone.</summary>
    /// <param name="held">The document.</param>
    /// <param name="write">Its rows.</param>
    /// <param name="bytes">About how many bytes they take in a body.</param>
    /// <param name="isAlone">Whether no other document is in the same write.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> WriteAsync(HeldDocument held, RowWrite write, long bytes, bool isAlone, CancellationToken cancellationToken) =>
        _calls.CallAsync(held, write, new(write.Count, bytes), isAlone, cancellationToken);

    private async Task<IReadOnlyList<bool>> SendAsync(IReadOnlyList<SharedCall<RowWrite, bool>> calls, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        List<RowWrite> writes = [.. calls.Select(static call => call.Content)];
        var written = await _gateway.WriteRowsAsync(writes, mayCall, cancellationToken);
        if (written is null || written >= writes.Sum(static write => (long)write.Count))
        {
            return writes.ConvertAll(static _ => true);
        }

        // The reply counts and names nobody: what is there now with its own version was written.
        return writes is [_] ? [false] : await AskAsync(writes, cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> AskAsync(List<RowWrite> writes, CancellationToken cancellationToken)
    {
        List<string> ids = [.. writes.SelectMany(static write => write.Ids)];
        var rows = await _gateway.FindRowsAsync(ids, static () => true, cancellationToken);
        var there = rows.Select(static row => (row.Id, row.Version)).ToHashSet();
        return writes.ConvertAll(write => write.Ids.All(id => there.Contains((id, write.Version))));
    }
}
