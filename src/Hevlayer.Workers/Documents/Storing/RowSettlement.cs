namespace Hevlayer.Workers;

/// <summary>Writes the rows of one attempt into the index, and clears up after an attempt that lost its lease.</summary>
internal sealed class RowSettlement(DocumentParts parts, HeldDocument held)
{
    private long _version;
    private IReadOnlyList<string> _ids = [];
    private bool _mayHaveWritten;

    private TimeSpan ReleaseTime => parts.Options.Shutdown.ReleaseTime;

    /// <summary>Writes rows in parts, the last of which takes the older rows along; false when the lease is lost.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="version">Version of the chunks they come from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> WriteAsync(IReadOnlyList<VectorEntry> rows, long version, CancellationToken cancellationToken)
    {
        _version = Math.Max(_version, version);
        _ids = [.. rows.Select(static row => row.Id)];
        while (true)
        {
            if (await WriteAllAsync(rows, cancellationToken))
            {
                return true;
            }

            // Newer rows are there. Under a lease they only come from a clock that was ahead.
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            var versions = await parts.Gateway.VersionsAsync(_ids, cancellationToken);
            _version = parts.Versions.Above(versions.DefaultIfEmpty().Max());
        }
    }

    /// <summary>Removes the rows that are there; false when the lease is lost.</summary>
    /// <param name="version">Version of the chunks that are no more.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<bool> RemoveAsync(long version, CancellationToken cancellationToken)
    {
        if (await parts.Gateway.NewestVersionAsync(held.Id, cancellationToken) is > 0 and var newest)
        {
            // Under a lease, newer rows only come from a clock that was ahead.
            var above = newest < version ? version : parts.Versions.Above(newest);
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            await parts.Gateway.DeleteOlderAsync(held.Id, above, () => held.Lease.IsSafe, cancellationToken);
        }

        return true;
    }

    /// <summary>
    /// Takes care that rows of an attempt which lost its document do not stay beside newer ones. A write that was given up,
    /// or was retried, may arrive late, so that is looked into once more.
    /// </summary>
    public async Task RepairAsync()
    {
        if (!_mayHaveWritten)
        {
            return;
        }

        await ClearAsync(mayPutBack: true);
        await Task.Delay(parts.Options.LateWriteDelay, parts.Clock, parts.Abort).ContinueQuietlyAsync();
        await ClearAsync(mayPutBack: true);
    }

    /// <summary>The same at the end of the worker, when the document may well be indexed by our own last call.</summary>
    public Task ClearAtEndAsync() => _mayHaveWritten ? ClearAsync(mayPutBack: false) : Task.CompletedTask;

    private async Task ClearAsync(bool mayPutBack)
    {
        var retry = parts.Limits.Retry;
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
        using var last = parts.Abort.UnsafeRegister(_ => end.CancelAfter(ReleaseTime / 2), null);
        for (var failures = 0; !end.IsCancellationRequested && failures < retry.MaxTransientFailures;)
        {
            // At the end of the worker, a call that is lost must leave time for another, also one that had begun before.
            using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Clock);
            using var late = parts.Abort.UnsafeRegister(_ => limit.CancelAfter(ReleaseTime / 8), null);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, end.Token);
            try
            {
                await ClearOnceAsync(mayPutBack, stop.Token);
                return;
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(held.Id, ++failures, exception);
                var pause = parts.Abort.IsCancellationRequested ? ReleaseTime / 16 : retry.PauseAfter(failures, parts.Random.NextDouble());
                await Task.Delay(pause, parts.Clock, end.Token).ContinueQuietlyAsync();
            }
        }
    }

    private async Task ClearOnceAsync(bool mayPutBack, CancellationToken cancellationToken)
    {
        var versions = await parts.Gateway.VersionsAsync(_ids, cancellationToken);
        if (!versions.Contains(_version))
        {
            return;
        }

        if (versions.Any(version => version > _version))
        {
            // Newer rows were there before ours: ours are leftovers, where they did not meet one.
            await parts.Gateway.DeleteVersionAsync(held.Id, _version, cancellationToken);
        }
        else if (mayPutBack && await parts.Gateway.MoveFromAsync([held.Id], DocumentStage.Indexed, parts.Options.Stage, cancellationToken) > 0)
        {
            // Whoever indexes it next removes them. Nobody has to when it is not indexed yet.
            parts.Log.PutBack(held.Id);
        }
        else if (await parts.Gateway.MoveFromAsync([held.Id], DocumentStage.Failed, DocumentStage.Failed, cancellationToken) > 0)
        {
            // Staged without chunks meanwhile, or broken: nobody writes over our rows any more.
            await parts.Gateway.DeleteVersionAsync(held.Id, version: _version, cancellationToken);
        }
    }

    // False when a row was refused, because there is one with a newer version.
    private async Task<bool> WriteAllAsync(IReadOnlyList<VectorEntry> rows, CancellationToken cancellationToken)
    {
        foreach (var part in RowParts.Of(rows, parts.Options.MaxWriteBytes))
        {
            var size = RowParts.SizeOf(part);
            await parts.Memory.Bodies.EnterAsync(size, cancellationToken);
            try
            {
                _mayHaveWritten = true;
                var write = new RowWrite(held.Id, _version, part, ReplacesOlder: ReferenceEquals(part[^1], rows[^1]));
                var written = await parts.Gateway.WriteRowsAsync(write, () => held.Lease.IsSafe, cancellationToken);
                if (written < part.Count)
                {
                    return false;
                }
            }
            finally
            {
                parts.Memory.Bodies.Leave(size);
            }
        }

        return true;
    }
}
