namespace Hevlayer.Workers;

/// <summary>
/// Does what a handler decided. The result of paid work is kept while the gateway has trouble: the call is repeated, not
/// the work. Rows go first; then the hold ends by a call that the gateway refuses when the document was staged again or is
/// another's, so that what was staged last is what is indexed last.
/// </summary>
internal sealed class Settlement(WorkerParts parts, HeldDocument held)
{
    private readonly RowSettlement _rows = new(parts, held);
    private DocumentStage? _target;
    private TimeSpan _written;

    /// <summary>The first part, for which the document keeps its place: rows or chunks are stored. Null when that is done.</summary>
    public async Task<Fault?> StoreAsync(DocumentOutcome outcome, long version)
    {
        if (outcome.FailureReason is { } reason)
        {
            return new(FaultKind.Rejected, reason);
        }

        var started = parts.Clock.GetTimestamp();
        var fault = await StoreContentAsync(outcome, version);
        _written = parts.Clock.GetElapsedTime(started);
        if (fault is null && outcome.Chunks is null && !(outcome.Vectors is not null && parts.Options.WriteRowsWith == RowRoute.PutVectors))
        {
            _target = outcome.Target;
        }
        else if (fault is null)
        {
            Settled(outcome.Target);
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

        var started = parts.Clock.GetTimestamp();
        var fault = await RepeatAsync((isRepeated, token) => parts.Completions.CompleteAsync(held, target, isRepeated, token), endsHold: false);
        if (fault is null)
        {
            _written += parts.Clock.GetElapsedTime(started);
            Settled(target);
        }

        return fault;
    }

    /// <summary>
    /// Sees to it that nothing of this attempt stays in the index when the document is no longer ours: rows that came too
    /// late are found by whoever has it next.
    /// </summary>
    public Task RepairAsync() => _rows.RepairAsync();

    /// <summary>The same when the worker ends and leaves the document to others.</summary>
    public Task ClearAtEndAsync() => _rows.ClearAtEndAsync();

    /// <summary>Sets the document aside; null when it is done.</summary>
    public async Task<Fault?> FailAsync(Fault fault, int attempts)
    {
        // The reason is logged first: after a crash in between, it is the only place where it stands.
        parts.Log.DocumentFailed(held.Id, fault.Reason, attempts, fault.Exception);
        var refused = await RepeatAsync((isRepeated, token) => parts.Completions.CompleteAsync(held, DocumentStage.Failed, isRepeated, token), endsHold: false);
        if (refused is null)
        {
            parts.Trouble.Ended(held.Id);
            parts.Status.SetAside(new(held.Id, fault.Reason, attempts, parts.Clock.GetUtcNow()));
            parts.Telemetry.SetAside(fault.Kind);
        }
        else if (refused.IsFinal)
        {
            parts.Log.NotSetAside(held.Id, refused.Reason, refused.Exception);
        }

        return refused;
    }

    private Task<Fault?> StoreContentAsync(DocumentOutcome outcome, long version) => outcome switch
    {
        { Vectors: { } vectors } when parts.Options.WriteRowsWith == RowRoute.PutVectors => RepeatAsync(
            async (_, token) =>
            {
                await parts.Gateway.PutVectorsAsync(held.Id, vectors, () => held.IsSafe, token);
                return true;
            },
            endsHold: true),
        { Vectors: { } vectors } => RepeatAsync((_, token) => _rows.WriteAsync(vectors, version, token), endsHold: false),
        { Chunks: { } chunks } => RepeatAsync((_, token) => RestageAsync(chunks, token), endsHold: false),
        _ => Task.FromResult<Fault?>(null),
    };

    // The gateway takes chunks from anybody. Only the lease says that no newer ones are there.
    private async Task<bool> RestageAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (!await new LeaseCheck(parts, held).RunAsync(cancellationToken))
        {
            return false;
        }

        var isStaged = false;
        held.BeginSettling();
        try
        {
            await parts.Gateway.PutChunksAsync(held.Id, chunks, () => held.IsSafe, cancellationToken);
            return isStaged = true;
        }
        finally
        {
            held.EndSettling(isStaged);
        }
    }

    private void Settled(DocumentStage stage)
    {
        parts.Trouble.Succeeded();
        parts.Telemetry.Settled(stage.Value, _written);
        parts.Status.Settled();
        parts.Log.DocumentSettled(held.Id, stage.Value);
    }

    private async Task<Fault?> RepeatAsync(Func<bool, CancellationToken, Task<bool>> call, bool endsHold)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Abort);
        var failures = default(AttemptCounts);
        while (true)
        {
            var fault = await TryAsync(token => call(failures.Total > 0, token), endsHold, either.Token);
            if (fault is not { Kind: FaultKind.Gateway or FaultKind.Refused })
            {
                return fault;
            }

            failures = failures.With(fault.Kind);
            parts.Status.AttemptFailed();
            parts.Telemetry.AttemptFailed(fault.Kind);
            parts.Log.SettlementFailed(held.Id, failures.Total, fault.Reason, fault.Exception);
            parts.Trouble.Failed(held.Id, fault);
            if (failures.AreExhausted(fault.Kind, parts.Options.Retry) && (fault.Kind == FaultKind.Refused || !parts.Trouble.IsSharedBy(held.Id)))
            {
                return fault with { IsFinal = true };
            }

            var retry = parts.Options.Retry;
            var pause = RetryPause.After(failures.Total, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble());
            await parts.Trouble.PauseAsync(pause, either.Token);
        }
    }

    private async Task<Fault?> TryAsync(Func<CancellationToken, Task<bool>> call, bool endsHold, CancellationToken cancellationToken)
    {
        // The clock is asked, not the token: after a freeze of the process the timer of the lease may be late.
        if (!held.IsSafe)
        {
            return Fault.LeaseLost;
        }

        var isDone = false;
        if (endsHold)
        {
            held.BeginSettling();
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            isDone = await call(cancellationToken);
            return isDone ? null : Fault.LeaseLost;
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
        finally
        {
            if (endsHold)
            {
                held.EndSettling(isDone);
            }
        }
    }
}
