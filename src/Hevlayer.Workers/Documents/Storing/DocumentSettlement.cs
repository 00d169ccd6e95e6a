namespace Hevlayer.Workers;

/// <summary>
/// Does what a handler decided. Rows go first; then the hold ends by a call that the gateway refuses when the document was
/// staged again or is another's, so that what was staged last is what is indexed last.
/// </summary>
internal sealed class DocumentSettlement
{
    private readonly DocumentParts _parts;
    private readonly HeldDocument _held;
    private readonly RowSettlement _rows;
    private readonly Settlement _calls;
    private DocumentStage? _target;
    private TimeSpan _written;

    public DocumentSettlement(DocumentParts parts, HeldDocument held)
    {
        _parts = parts;
        _held = held;
        _rows = new RowSettlement(parts, held);
        _calls = new Settlement(parts, held, FaultOf, NoteFailure);
    }

    /// <summary>The first part, for which the document keeps its place: rows or chunks are stored. Null when that is done.</summary>
    public async Task<Fault?> StoreAsync(DocumentOutcome outcome, long version)
    {
        if (outcome.FailureReason is { } reason)
        {
            return new(FaultKind.Rejected, reason);
        }

        var started = _parts.Clock.GetTimestamp();
        var fault = await StoreContentAsync(outcome, version);
        _written = _parts.Clock.GetElapsedTime(started);
        if (fault is null && outcome.Chunks is null && !(outcome.Vectors is not null && _parts.Options.WriteRowsWith == RowRoute.PutVectors))
        {
            _target = outcome.Target;
        }
        else if (fault is null)
        {
            NoteCompleted(outcome.Target);
        }

        return fault;
    }

    /// <summary>The second part: the hold ends. Null when it has, or has nothing to end.</summary>
    public async Task<Fault?> CompleteAsync()
    {
        if (_target is not { } target)
        {
            return null;
        }

        var started = _parts.Clock.GetTimestamp();
        var fault = await MoveAsync(target);
        if (fault is null)
        {
            _written += _parts.Clock.GetElapsedTime(started);
            NoteCompleted(target);
        }

        return fault;
    }

    /// <summary>
    /// Sees to it that nothing of this attempt stays in the index when the document is no longer ours: rows that came too
    /// late are found by whoever has it next.
    /// </summary>
    public Task RepairAsync() => _rows.Repair.RunAsync();

    /// <summary>Whether the document has ended, but perhaps by somebody else's call, and rows of ours may be left.</summary>
    public bool IsInDoubt => _held.IsEndUnknown && _rows.Repair.IsNeededInDoubt;

    /// <summary>Looks later whether rows of ours are left.</summary>
    public Task RepairLaterAsync() => _rows.Repair.RunLaterAsync();

    /// <summary>The same when the worker ends and releases the document.</summary>
    public Task ClearAtEndAsync() => _rows.Repair.RunAtEndAsync();

    /// <summary>
    /// Removes all rows of a document that was staged without chunks, as a producer does that deletes it. Null when that is
    /// done.
    /// </summary>
    public async Task<Fault?> RemoveAsync(long version) => _parts.Options.WriteRowsWith == RowRoute.PutVectors
        ? null
        : await _calls.RunAsync((_, token) => _rows.RemoveAsync(version, token));

    /// <summary>Fails the document; null when that is done.</summary>
    public async Task<Fault?> FailAsync(Fault fault, int attempts)
    {
        // The reason is logged first: after a crash in between, it is the only place where it stands.
        _parts.Log.DocumentFailed(_held.Id, fault.Reason, attempts, fault.Exception);
        var refusal = await MoveAsync(DocumentStage.Failed);
        if (refusal is null)
        {
            _parts.Trouble.Ended(_held.Id);
            _parts.Progress.ItemFailed(new(_held.Id, fault.Reason, attempts, _parts.Clock.GetUtcNow()));
            _parts.Telemetry.DocumentFailed(fault.Kind);
        }
        else if (refusal.IsFinal)
        {
            _parts.Log.NotFailed(_held.Id, refusal.Reason, refusal.Exception);
        }

        return refusal;
    }

    private Task<Fault?> MoveAsync(DocumentStage stage) =>
        _calls.RunAsync((isRetry, token) => _parts.Completions.CompleteAsync(_held, stage, isRetry, token));

    private Task<Fault?> StoreContentAsync(DocumentOutcome outcome, long version) => outcome switch
    {
        { IsDeletion: true } => DeleteAsync(version),
        { Planned: { } planned } => ChangeAsync(planned, version),
        { Vectors: { } vectors } when _parts.Options.WriteRowsWith == RowRoute.PutVectors => _calls.RunAsync((_, token) => PutVectorsAsync(vectors, token)),
        { Vectors: { } vectors } => _calls.RunAsync((_, token) => _rows.WriteAsync(vectors, version, token)),
        { Chunks: { } chunks } => _calls.RunAsync((_, token) => RestageAsync(chunks, token)),
        _ => Task.FromResult<Fault?>(null),
    };

    private async Task<Fault?> DeleteAsync(long version)
    {
        if (_parts.Options.WriteRowsWith == RowRoute.PutVectors)
        {
            return new(FaultKind.Rejected, "The rows of the document cannot be deleted: those that PutVectors writes do not name their document.");
        }

        var fault = await RemoveAsync(version);
        if (fault is null)
        {
            _parts.Progress.ItemDeleted();
        }

        return fault;
    }

    private async Task<Fault?> ChangeAsync(PlannedRows planned, long version)
    {
        var isOvertaken = false;
        var fault = planned.Plan.HasChanges
            ? await _calls.RunAsync(async (_, token) =>
            {
                isOvertaken = !await _rows.ChangeAsync(planned, version, token);
                return !isOvertaken || await new LeaseCheck(_parts, _held).RunAsync(token);
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
            _parts.Progress.RowsStored(plan.Missing.Count, plan.Changed, plan.Orphans, plan.Kept.Count - plan.Changed);
        }

        return fault;
    }

    private Task<bool> PutVectorsAsync(IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken) => _held.Lease.SettleAsync(async () =>
    {
        await _parts.Gateway.PutVectorsAsync(_held.Id, vectors, () => _held.Lease.IsSafe, cancellationToken);
        return true;
    });

    // The gateway takes chunks from anybody. Only the lease says that no newer ones are there, so it is asked before each
    // attempt, also before those that the client would make on its own: an attempt whose reply was lost has ended the hold.
    private async Task<bool> RestageAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        await new LeaseCheck(_parts, _held).RunAsync(cancellationToken) && await _held.Lease.SettleAsync(async () =>
        {
            var attempts = 0;
            await _parts.Gateway.PutChunksAsync(_held.Id, chunks, () => attempts++ == 0 && _held.Lease.IsSafe, cancellationToken);
            return true;
        });

    private void NoteCompleted(DocumentStage stage)
    {
        _parts.Trouble.Succeeded();
        _parts.Telemetry.DocumentCompleted(stage.Value, _written);
        _parts.Progress.ItemCompleted();
        _parts.Log.DocumentCompleted(_held.Id, stage.Value);
    }

    private void NoteFailure(Fault fault, int failures)
    {
        _parts.Progress.AttemptFailed();
        _parts.Telemetry.AttemptFailed(fault.Kind);
        _parts.Log.SettlementFailed(_held.Id, failures, fault.Reason, fault.Exception);
        _parts.Trouble.Failed(_held.Id, fault);
    }

    private static Fault FaultOf(Exception exception) => FaultRules.Classify(exception, leaseLost: false, aborted: false, timedOut: false, default);
}
