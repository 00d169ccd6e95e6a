namespace Hevlayer.Workers;

/// <summary>Stores what a handler gave: rows, changes of rows, chunks, or that there is nothing any more.</summary>
internal sealed class ContentSettlement(DocumentParts parts, HeldDocument held, Settlement calls)
{
    private readonly RowSettlement _rows = new(parts, held);

    /// <summary>What is to be written into the index when the document is completed; null for nothing.</summary>
    public RowMark? Mark { get; private set; }

    /// <summary>Whether a write or a removal was sent more than once: one of them may come late, after others have written.</summary>
    public bool WasRetried { get; private set; }

    /// <summary>Takes care of what is left when the document is lost.</summary>
    public RowRepair Repair => _rows.Repair;

    /// <summary>Stores it; null when that is done.</summary>
    public Task<Fault?> StoreAsync(DocumentOutcome outcome, long version) => outcome switch
    {
        { IsDeletion: true } => DeleteAsync(version),
        { Planned: { } planned } => ChangeAsync(planned, version),
        { Vectors: { } vectors } => WriteAsync(vectors, version),
        { Chunks: { } chunks } => calls.RunAsync((_, token) => RestageAsync(chunks, token)),
        _ => Task.FromResult<Fault?>(null),
    };

    /// <summary>Removes all rows of the document; null when that is done.</summary>
    public async Task<Fault?> RemoveAsync(long version) => parts.Options.WriteRowsWith == RowRoute.PutVectors
        ? null
        : await calls.RunAsync((isRetry, token) =>
        {
            WasRetried |= isRetry;
            return _rows.RemoveAsync(version, token);
        });

    private async Task<Fault?> WriteAsync(IReadOnlyList<VectorEntry> rows, long version)
    {
        var fault = await calls.RunAsync((isRetry, token) =>
        {
            WasRetried |= isRetry;
            return parts.Options.WriteRowsWith == RowRoute.PutVectors ? PutVectorsAsync(rows, token) : _rows.WriteAsync(rows, version, token);
        });
        if (fault is null)
        {
            parts.Progress.Rows.Add(written: rows.Count, patched: 0, deleted: 0, unchanged: 0);
        }

        return fault;
    }

    private async Task<Fault?> DeleteAsync(long version)
    {
        if (parts.Options.WriteRowsWith == RowRoute.PutVectors)
        {
            return new(FaultKind.Rejected, "The rows of the document cannot be deleted: those that PutVectors writes do not name their document.");
        }

        var fault = await RemoveAsync(version);
        if (fault is null)
        {
            parts.Progress.ItemDeleted();
        }

        return fault;
    }

    private async Task<Fault?> ChangeAsync(PlannedRows planned, long version)
    {
        Mark = null;
        var isOvertaken = false;
        var fault = planned.Plan.HasChanges
            ? await calls.RunAsync(async (isRetry, token) =>
            {
                WasRetried |= isRetry;
                isOvertaken = !await _rows.ChangeAsync(planned, version, token);
                return !isOvertaken || await new LeaseCheck(parts, held).RunAsync(token);
            })
            : null;
        if (fault is null && isOvertaken)
        {
            // Another attempt finds out what is missing now; what was embedded in this one is there.
            return new(FaultKind.Gateway, "The rows of the document changed while it was worked on.");
        }

        if (fault is null)
        {
            var plan = planned.Plan;
            Mark = plan.HasChanges ? MarkRules.AfterChange(planned, _rows.Version) : MarkRules.WithoutChange(plan.There);
            parts.Progress.Rows.Add(plan.Missing.Count, plan.Changed, plan.Orphans, plan.Kept.Count - plan.Changed);
        }

        return fault;
    }

    private Task<bool> PutVectorsAsync(IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken) => held.Lease.SettleAsync(async () =>
    {
        await parts.Gateway.PutVectorsAsync(held.Id, vectors, () => held.Lease.IsSafe, cancellationToken);
        return true;
    });

    // The gateway takes chunks from anybody. Only the lease says that no newer ones are there, so it is asked before each
    // attempt, also before those that the client would make on its own: an attempt whose reply was lost has ended the hold.
    private async Task<bool> RestageAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        await new LeaseCheck(parts, held).RunAsync(cancellationToken) && await held.Lease.SettleAsync(async () =>
        {
            var attempts = 0;
            await parts.Gateway.PutChunksAsync(held.Id, chunks, () => attempts++ == 0 && held.Lease.IsSafe, cancellationToken);
            return true;
        });
}
