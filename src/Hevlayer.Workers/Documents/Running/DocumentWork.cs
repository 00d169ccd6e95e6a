namespace Hevlayer.Workers;

/// <summary>The work on one held document, from attempt to attempt.</summary>
internal sealed class DocumentWork(DocumentParts parts, HeldDocument held) : ItemWork
{
    private readonly DocumentSettlement _settlement = new(parts, held);
    private readonly DocumentBlame _blame = new(parts, held);
    private AttemptHistory _history = AttemptHistory.None;
    private AttemptCounts _failures;
    private Fault? _own;
    private bool _isSettled;
    private bool _isSeenTo;
    private bool _isNoted;
    private bool _isSuspect;
    private bool _hasBegunAhead;
    private RowMark? _mark;
    private bool _isStored;
    private DocumentAhead? _ahead;

    // After a crash nobody knows which document caused it: each is tried alone, so that the next one names it.
    public override int Places => _history.Crashes > 0 ? parts.Options.MaxConcurrentDocuments : 1;

    private int Attempt => _history.Attempts + _history.Crashes + _failures.Total + 1;

    public override async Task<Fault?> PrepareAsync()
    {
        if (held.Histories is { } histories)
        {
            _history = (await histories).GetValueOrDefault(held.Id) ?? AttemptHistory.None;
            if (_history != AttemptHistory.None)
            {
                _isNoted = true;
                parts.Attempts!.Hold(held);
            }
        }

        if (_history.Crashes >= parts.Options.Retry.MaxCrashes)
        {
            return new(FaultKind.Crashed, $"Its worker died {_history.Crashes} times while it worked on the document.");
        }

        if (_history.Crashes > 0)
        {
            _isSuspect = true;
            await parts.Suspects.EnterAsync(1, CancellationToken.None);
        }
        else if (parts.Options is { ReadChunks: true, WriteRowsWith: RowRoute.Guarded } && parts.Suspects.Taken == 0)
        {
            // Where nothing guards the completion, what was read long ago would be indexed instead of what is staged now.
            // A process may die of reading, too.
            await NoteBegunAsync();
            _hasBegunAhead = true;
            _ahead = await new ReadAhead(parts, held).RunAsync();
        }

        return null;
    }

    public override AttemptSpan StartSpan() => parts.Telemetry.StartAttempt(held.Id, Attempt);

    public override async Task<Fault?> AttemptAsync(AttemptSpan span, GatePlace place)
    {
        held.TraceId = span.TraceId;
        _isStored = false;
        parts.Held.SetStoring(held, isStoring: false);
        if (!_hasBegunAhead)
        {
            await NoteBegunAsync();
        }

        // Another attempt reads anew.
        _hasBegunAhead = false;
        var ahead = Interlocked.Exchange(ref _ahead, null);
        try
        {
            return await new DocumentAttempt(parts, held, _settlement, Attempt, span, ahead, () => LeaveAsync(place)).RunAsync();
        }
        finally
        {
            ahead?.Room.Leave();
        }
    }

    public override async Task<Decision> DecideAsync(Fault fault, AttemptCounts failures)
    {
        _failures = failures;
        if (fault.IsFinal)
        {
            return Decision.Fail(fault);
        }

        await NoteFailureAsync(fault);

        // A time that ran out says less of the document than what an earlier attempt found in it.
        var isOfHandler = fault.Kind is FaultKind.Handler or FaultKind.TimedOut;
        _own = isOfHandler && fault.Exception is not TimeoutException ? fault : _own;
        return await _blame.IsOfDocumentAsync(fault, failures) ? Decision.Fail(isOfHandler ? _own ?? fault : fault) : Decision.Retry;
    }

    public override async Task<Fault?> SettleAsync(Decision decision)
    {
        await NoteStoredAsync();

        // Before the call that ends the hold: once the gateway has taken it, somebody else may fail the document, and the reply
        // may come later than that.
        var failure = parts.Failures?.Known(held);
        var refusal = decision is { Kind: DecisionKind.Fail, Fault: { } fault }
            ? await FailAsync(fault)
            : await _settlement.CompleteAsync();
        _isSettled = refusal is null;
        if (_isSettled && decision.Kind == DecisionKind.Complete && !_settlement.IsInDoubt)
        {
            _mark = _settlement.Mark;
            if (failure is not null)
            {
                parts.Failures!.Forget(failure);
            }
        }

        return refusal;
    }

    public override async Task LostAsync()
    {
        _isSeenTo = true;
        if (_settlement.MayHaveWritten)
        {
            // The look takes minutes, and what the process dies of meanwhile is not this document.
            await NoteStoredAsync();
            await _settlement.RepairAsync();
        }
    }

    // The document may have been staged again without our having heard of it.
    public override Task StoppedAsync()
    {
        _isSeenTo = true;
        return _settlement.ClearAtEndAsync();
    }

    public override async Task EndAsync()
    {
        _ahead?.Room.Leave();
        parts.Suspects.Leave(_isSuspect ? 1 : 0);
        var isInDoubt = _isSettled && _settlement.IsInDoubt;
        if (isInDoubt)
        {
            // The hold is over. In the journal it stays: after a crash, the next process looks.
            parts.Held.Remove(held);
            await (_isNoted ? parts.Attempts!.KeepAsync(held, isSettled: true) : Task.CompletedTask);
            await _settlement.RepairLaterAsync();
        }
        else if (!_isSettled && !_isSeenTo && _settlement.MayHaveWritten)
        {
            // The end of the lease brings the document back, and a write that is still on its way may come after the next text.
            parts.Held.Remove(held);
            await LostAsync();
        }

        if (_isNoted)
        {
            await (_settlement.IsRepairOpen ? parts.Attempts!.KeepAsync(held, isSettled: false) : parts.Attempts!.EndAsync(held, _isSettled && !isInDoubt));
        }

        if (_mark is { } mark && parts.Marks is { } marks)
        {
            // The hold is over, and the mark is not to keep others waiting.
            parts.Held.Remove(held);
            await marks.WriteAsync(mark);
        }
    }

    private async Task NoteBegunAsync()
    {
        if (parts.Attempts is { } attempts)
        {
            _isNoted = true;
            await attempts.BeginAsync(held);
        }
    }

    // Whatever comes to the place may kill the process, and that must not be put down to this document.
    private async Task LeaveAsync(GatePlace place)
    {
        await NoteStoredAsync();
        parts.Held.SetStoring(held, isStoring: true);
        place.Leave();
    }

    // From here on nothing of the document can kill the process, but rows may be left that nobody else knows of.
    private async Task NoteStoredAsync()
    {
        if (_isNoted && !_isStored)
        {
            _isStored = true;
            await parts.Attempts!.StoredAsync(held);
        }
    }

    private async Task<Fault?> FailAsync(Fault fault)
    {
        if (parts.Failures is { } failures)
        {
            // Before the move: a crash in between leaves a row too many, and not one too few.
            await failures.WriteAsync(held, fault, Attempt - 1);
        }

        return await _settlement.FailAsync(fault, Attempt - 1);
    }

    private Task CloseAttemptAsync() => _isNoted ? parts.Attempts!.CloseAsync(held, _settlement.MayHaveWritten) : Task.CompletedTask;

    private async Task NoteFailureAsync(Fault fault)
    {
        parts.Progress.AttemptFailed();
        parts.Log.AttemptFailed(held.Id, _failures.Total, fault.Reason, fault.Exception);
        parts.Trouble.Failed(held.Id, fault);
        if (fault.Kind is not (FaultKind.Handler or FaultKind.TimedOut))
        {
            await CloseAttemptAsync();
        }
        else if (_isNoted)
        {
            await parts.Attempts!.FailedAsync(held, _settlement.MayHaveWritten);
        }
    }
}
