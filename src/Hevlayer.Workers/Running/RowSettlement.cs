namespace Hevlayer.Workers;

/// <summary>Writes the rows of one attempt into the index, and clears up after an attempt that lost its lease.</summary>
internal sealed class RowSettlement(WorkerParts parts, HeldDocument held)
{
    private long _version;
    private bool _mayHaveWritten;
    private bool _wasRefused;

    /// <summary>Writes rows in parts, the last of which takes the older rows along; false when the lease is lost.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="version">Version of the chunks they come from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> WriteAsync(IReadOnlyList<VectorEntry> rows, long version, CancellationToken cancellationToken)
    {
        _version = Math.Max(_version, version);
        while (true)
        {
            if (await WriteAllAsync(rows, cancellationToken))
            {
                return true;
            }

            // Newer rows are there. Under a lease they only come from a clock that was ahead.
            _wasRefused = true;
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            var newest = await parts.Gateway.NewestVersionAsync([.. rows.Select(static row => row.Id)], cancellationToken);
            _version = parts.Versions.Above(newest);
            _wasRefused = false;
        }
    }

    /// <summary>
    /// A document that another has indexed meanwhile goes back to its first stage: our rows may lie beside the newer ones,
    /// and the next holder of the document removes them.
    /// </summary>
    public async Task RepairAsync()
    {
        if (!_mayHaveWritten)
        {
            return;
        }

        var retry = parts.Options.Retry;
        for (var failures = 0; !parts.Abort.IsCancellationRequested && failures < retry.MaxGatewayFailures;)
        {
            try
            {
                await ClearAsync();
                return;
            }
            catch (Exception exception)
            {
                parts.Log.RepairFailed(held.Id, ++failures, exception);
                await Task.Delay(RetryPause.After(failures, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble()), parts.Clock, parts.Abort).ContinueQuietlyAsync();
            }
        }
    }

    private async Task ClearAsync()
    {
        if (_wasRefused)
        {
            // Newer rows were there before ours: ours are leftovers, wherever they did not meet one.
            await parts.Gateway.DeleteVersionAsync(held.Id, _version, parts.Abort);
        }

        if (await parts.Gateway.MoveFromAsync([held.Id], DocumentStage.Indexed, parts.Options.Stage, parts.Abort) > 0)
        {
            parts.Log.PutBack(held.Id);
        }
    }

    // False when a row was refused, because there is one with a newer version.
    private async Task<bool> WriteAllAsync(IReadOnlyList<VectorEntry> rows, CancellationToken cancellationToken)
    {
        foreach (var part in RowParts.Of(rows, parts.Options.MaxWriteBytes))
        {
            var size = RowParts.SizeOf(part);
            await parts.Bodies.EnterAsync(size, cancellationToken);
            try
            {
                _mayHaveWritten = true;
                var write = new RowWrite(held.Id, _version, part, ReplacesOlder: ReferenceEquals(part[^1], rows[^1]));
                if (await parts.Gateway.WriteRowsAsync(write, () => held.IsSafe, cancellationToken) < part.Count)
                {
                    return false;
                }
            }
            finally
            {
                parts.Bodies.Leave(size);
            }
        }

        return true;
    }
}
