namespace Hevlayer.Workers;

/// <summary>
/// Does what a handler decided. Rows go first; then the hold ends by a call that the gateway refuses when the document was
/// staged again or is another's, so that what was staged last is what is indexed last.
/// </summary>
internal sealed class DocumentSettlement
{
    private readonly DocumentParts _parts;
    private readonly HeldDocument _held;
    private readonly ContentSettlement _content;
    private readonly Settlement _calls;
    private DocumentStage? _target;
    private int _rows;
    private bool _isUnchanged;
    private TimeSpan _written;

    public DocumentSettlement(DocumentParts parts, HeldDocument held)
    {
        _parts = parts;
        _held = held;
        _calls = new Settlement(parts, held, FaultOf, NoteFailure);
        _content = new ContentSettlement(parts, held, _calls);
    }

    /// <summary>The first part, for which the document keeps its place: rows or chunks are stored. Null when that is done.</summary>
    public async Task<Fault?> StoreAsync(DocumentOutcome outcome, long version)
    {
        if (outcome.FailureReason is { } reason)
        {
            return new(FaultKind.Rejected, reason);
        }

        (_rows, _isUnchanged) = (outcome.RowCount, outcome.Planned is { Plan.HasChanges: false });
        var started = _parts.Clock.GetTimestamp();
        var fault = await _content.StoreAsync(outcome, version);
        _written = _parts.Clock.GetElapsedTime(started);
        if (fault is null && outcome.WritesAnything)
        {
            _parts.Progress.Times.Add(WorkStage.Write, _written);
        }

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
            var took = _parts.Clock.GetElapsedTime(started);
            _written += took;
            _parts.Progress.Times.Add(WorkStage.Complete, took);
            NoteCompleted(target);
        }

        return fault;
    }

    /// <summary>
    /// Sees to it that nothing of this attempt stays in the index when the document is no longer ours: rows that came too
    /// late are found by whoever has it next.
    /// </summary>
    public Task RepairAsync() => _content.Repair.RunAsync();

    /// <summary>Whether the document has ended, but perhaps by somebody else's call, or a write of ours is perhaps still on its way, and rows of ours may be left.</summary>
    public bool IsInDoubt => (_held.IsEndUnknown || _content.WasRetried) && _content.Repair.IsNeeded;

    /// <summary>Whether rows were sent, in whichever attempt.</summary>
    public bool MayHaveWritten => _content.Repair.IsNeeded;

    /// <summary>Whether rows of ours may be left that nobody could look for: it is for whoever takes this worker's place.</summary>
    public bool IsRepairOpen => _content.Repair.IsOpen;

    /// <summary>What is to be written into the index now that the document is completed; null for nothing, as when it was perhaps not us.</summary>
    public RowMark? Mark => _held.IsEndUnknown ? null : _content.Mark;

    /// <summary>Looks later whether rows of ours are left.</summary>
    public Task RepairLaterAsync() => _content.Repair.RunLaterAsync();

    /// <summary>The same when the worker ends and releases the document.</summary>
    public Task ClearAtEndAsync() => _content.Repair.RunAtEndAsync();

    /// <summary>
    /// Removes all rows of a document that was staged without chunks, as its chunks may be lost or a producer deletes it. Null
    /// when that is done.
    /// </summary>
    public Task<Fault?> RemoveAsync(long version) => _content.RemoveAsync(version);

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

    private void NoteCompleted(DocumentStage stage)
    {
        _parts.Trouble.Succeeded();
        _parts.Telemetry.DocumentCompleted(stage.Value, _written);
        _parts.Progress.ItemCompleted();
        _parts.Progress.Rows.DocumentIndexed(_rows, _isUnchanged);
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
