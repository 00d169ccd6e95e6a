namespace Hevlayer.Workers;

/// <summary>
/// The work on one held document, from attempt to attempt, until it is settled, lost, or left to be handed back because the
/// worker ends.
/// </summary>
internal sealed class DocumentRun(WorkerParts parts, HeldDocument held)
{
    private readonly Settlement _settlement = new(parts, held);
    private readonly DocumentBlame _blame = new(parts, held);
    private AttemptHistory _history = AttemptHistory.None;
    private AttemptCounts _failures;
    private bool _isSettled;
    private bool _isNoted;

    /// <summary>Whether the document is still held and was left for others.</summary>
    public bool IsLeft { get; private set; }

    private int Attempt => _history.Attempts + _history.Crashes + _failures.Total + 1;

    public async Task RunAsync()
    {
        // Off the loop that claims: a handler may compute for long before it first waits.
        await Task.Yield();
        try
        {
            await WorkAsync();
        }
        catch (Exception exception)
        {
            // No rule foresaw this. The heartbeats end, and the lease brings the document back.
            parts.Log.RunBroken(held.Id, exception);
        }

        parts.Trouble.Ended(held.Id);
        if (_isNoted)
        {
            await parts.Attempts!.EndAsync(held, _isSettled);
        }

        if (!IsLeft)
        {
            parts.Held.Remove(held);
        }
    }

    private async Task WorkAsync()
    {
        if (held.Histories is { } histories)
        {
            _history = (await histories).GetValueOrDefault(held.Id) ?? AttemptHistory.None;
            _isNoted = _history != AttemptHistory.None;
        }

        if (_history.Crashes >= parts.Options.Retry.MaxCrashes)
        {
            await SetAsideAsync(new(FaultKind.Rejected, $"Its worker died {_history.Crashes} times while it worked on the document."));
            return;
        }

        while (await AttemptAsync() is { } fault)
        {
            if (!await GoesOnAfterAsync(fault))
            {
                return;
            }
        }

        _isSettled = true;
    }

    /// <summary>One attempt; null when the document is settled.</summary>
    private async Task<Fault?> AttemptAsync()
    {
        // After a crash nobody knows which document caused it: each is tried alone, so that the next one names it.
        var places = _history.Crashes > 0 ? parts.Options.MaxConcurrentDocuments : 1;
        if (!await EnterAsync(places))
        {
            return held.IsSafe ? Fault.Stopped : Fault.LeaseLost;
        }

        if (_failures.Total == 0)
        {
            parts.Telemetry.Began(parts.Clock.GetElapsedTime(held.ClaimedAt));
        }

        using var span = parts.Telemetry.StartAttempt(held.Id, Attempt);
        Fault? fault;
        try
        {
            if (parts.Attempts is { } attempts)
            {
                _isNoted = true;
                await attempts.BeginAsync(held);
            }

            var version = parts.Versions.Next();
            fault = parts.Options.ReadChunks ? await ReadAndWorkAsync(version, span) : await WorkAsync([], version);
        }
        finally
        {
            parts.Places.Leave(places);
        }

        if (fault is null)
        {
            // From here on nothing of the document can kill the process.
            await CloseAttemptAsync();
            fault = await _settlement.CompleteAsync();
        }

        span.End(fault);
        return fault;
    }

    // Places are for those who work; a document that waits for one is not begun when the worker ends.
    private async Task<bool> EnterAsync(int places)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Stopping);
        try
        {
            await parts.Places.EnterAsync(places, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Fault?> ReadAndWorkAsync(long version, AttemptSpan span)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Abort);
        var announced = parts.Status.ExpectedSize;
        var entered = false;
        var hasVectors = false;
        long vectors = 0;
        try
        {
            await parts.Memory.EnterAsync(announced, either.Token);
            entered = true;
            var chunks = await parts.Gateway.GetChunksAsync(held.Id, () => held.IsSafe, either.Token);
            var size = ChunkSize.Of(chunks);
            parts.Memory.Correct(announced, size);
            announced = size;
            parts.Status.SawDocument(size);
            span.Read(chunks);
            if (chunks.Count == 0)
            {
                return new(FaultKind.Rejected, "The document has no chunks.");
            }

            // A gate of their own: who waits here holds its chunks, and would wait for others that do.
            vectors = parts.Status.ExpectedVectors(chunks.Count);
            await parts.Vectors.EnterAsync(vectors, either.Token);
            hasVectors = true;
            return await WorkAsync(chunks, version);
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
        finally
        {
            if (hasVectors)
            {
                parts.Vectors.Leave(vectors);
            }

            if (entered)
            {
                parts.Memory.Leave(announced);
            }
        }
    }

    private async Task<Fault?> WorkAsync(IReadOnlyList<Chunk> chunks, long version)
    {
        var (outcome, fault) = await new HandlerCall(parts, held).RunAsync(chunks, Attempt);
        if (outcome is null)
        {
            return fault;
        }

        if (parts.Handler is IWorkProbe && outcome.Vectors is { Count: > 0 } rows)
        {
            parts.Status.ExpectVectors(RowParts.VectorBytesOf(rows) / rows.Count);
        }

        return await _settlement.StoreAsync(outcome, version);
    }

    private async Task<bool> GoesOnAfterAsync(Fault fault)
    {
        _failures = _failures.With(fault.Kind);
        if (fault.Kind != FaultKind.Stopped)
        {
            parts.Telemetry.AttemptFailed(fault.Kind);
        }

        switch (fault.Kind)
        {
            case FaultKind.LeaseLost:
                parts.Status.LostLease();
                parts.Telemetry.LeaseLost();
                parts.Log.LeaseLost(held.Id);
                await _settlement.RepairAsync();
                return false;
            case FaultKind.Stopped:
                // The document may have been staged again without our having heard of it.
                await _settlement.ClearAtEndAsync();
                IsLeft = true;
                return false;
            case var _ when fault.IsFinal:
                await SetAsideAsync(fault);
                return false;
            default:
                await NoteFailureAsync(fault);
                if (await _blame.IsOfDocumentAsync(fault, _failures))
                {
                    await SetAsideAsync(fault);
                    return false;
                }

                await PauseAsync();
                return true;
        }
    }

    private Task CloseAttemptAsync() => _isNoted ? parts.Attempts!.EndAsync(held, isSettled: false) : Task.CompletedTask;

    private async Task NoteFailureAsync(Fault fault)
    {
        parts.Status.AttemptFailed();
        parts.Log.AttemptFailed(held.Id, _failures.Total, fault.Reason, fault.Exception);
        parts.Trouble.Failed(held.Id, fault);
        if (fault.Kind is not (FaultKind.Handler or FaultKind.TimedOut))
        {
            await CloseAttemptAsync();
        }
        else if (_isNoted)
        {
            await parts.Attempts!.FailedAsync(held);
        }
    }

    // Where even that is refused, the heartbeats end and the lease brings the document back.
    private async Task SetAsideAsync(Fault fault)
    {
        var refused = await _settlement.FailAsync(fault, Attempt - 1);
        IsLeft = refused is { Kind: FaultKind.Stopped };
        _isSettled = refused is null;
        if (refused is { Kind: FaultKind.LeaseLost })
        {
            await _settlement.RepairAsync();
        }
    }

    private async Task PauseAsync()
    {
        var retry = parts.Options.Retry;
        var pause = RetryPause.After(_failures.Total, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Stopping);

        // When the pause is cut short, the next attempt finds out why.
        await parts.Trouble.PauseAsync(pause, either.Token);
    }
}
