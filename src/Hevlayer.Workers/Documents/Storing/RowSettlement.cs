namespace Hevlayer.Workers;

/// <summary>Writes the rows of one attempt into the index.</summary>
internal sealed class RowSettlement(DocumentParts parts, HeldDocument held)
{
    private long _version;
    private bool _isAlone;

    /// <summary>Version of the rows that were written last.</summary>
    public long Version => _version;

    /// <summary>Takes care of what is left when the document is lost.</summary>
    public RowRepair Repair { get; } = new(parts, held);

    /// <summary>Writes rows in parts, the last of which takes the older rows along; false when the lease is lost.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="version">Version of the chunks they come from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> WriteAsync(IReadOnlyList<VectorEntry> rows, long version, CancellationToken cancellationToken)
    {
        _version = Math.Max(_version, version);
        IReadOnlyList<string> ids = [.. rows.Select(static row => row.Id)];
        while (true)
        {
            Repair.Begin(new PlaceLook(held, _version, ids));
            if (await WriteAllAsync(rows, [], cancellationToken))
            {
                return true;
            }

            // Newer rows are there. Under a lease they only come from a clock that was ahead.
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            var versions = await parts.Gateway.VersionsAsync(ids, cancellationToken);
            _version = parts.Versions.Above(versions.DefaultIfEmpty().Max());
        }
    }

    /// <summary>
    /// Writes what the document lacks and gives the rows that stay the same version, in parts, the last of which takes
    /// along what is left over; false when the rows are no longer as the plan saw them.
    /// </summary>
    /// <param name="planned">The plan and the vectors.</param>
    /// <param name="version">Version of the chunks they come from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> ChangeAsync(PlannedRows planned, long version, CancellationToken cancellationToken)
    {
        _version = Math.Max(_version, version);
        if (planned.Plan.Newest > _version)
        {
            // Under a lease, newer rows only come from a clock that was ahead.
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            _version = parts.Versions.Above(planned.Plan.Newest);
        }

        Repair.Begin(new ContentLook(_version, planned));
        return await WriteAllAsync(planned.Upserts, planned.Plan.Kept, cancellationToken);
    }

    /// <summary>Removes the rows that are there; false when the lease is lost.</summary>
    /// <param name="version">Version of the chunks that are no more.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<bool> RemoveAsync(long version, CancellationToken cancellationToken)
    {
        // Where nothing is listed, something may have been written of late.
        if (await parts.Gateway.NewestVersionAsync(held.Id, cancellationToken) is { } newest)
        {
            // Under a lease, newer rows only come from a clock that was ahead.
            var above = newest < version ? version : parts.Versions.Above(newest);
            if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
            {
                return false;
            }

            Repair.Begin(new RemovalLook());
            await parts.Gateway.DeleteOlderAsync(held.Id, above, () => held.Lease.IsSafe, cancellationToken);
            Repair.Answered();
        }

        return true;
    }

    // False when a row was refused, because there is one with a newer version, or was to be patched and is gone.
    private async Task<bool> WriteAllAsync(IReadOnlyList<VectorEntry> rows, IReadOnlyList<RowPatch> patches, CancellationToken cancellationToken)
    {
        foreach (var write in RowParts.Of(held.Id, _version, rows, patches, parts.Options.MaxWriteBytes))
        {
            var size = RowParts.SizeOf(write);
            await parts.Memory.Bodies.EnterAsync(size, cancellationToken);
            try
            {
                if (!await parts.Writes.WriteAsync(held, write, size, _isAlone, cancellationToken))
                {
                    return false;
                }
            }
            catch (Exception exception)
            {
                // What broke one write may be in this document, and is not to break those of others again.
                _isAlone |= !SharedCalls<RowWrite, bool>.IsWantOfRoom(exception);
                throw;
            }
            finally
            {
                parts.Memory.Bodies.Leave(size);
            }
        }

        Repair.Answered();
        return true;
    }
}
