namespace Hevlayer.Workers;

/// <summary>
/// Does what a handler decided. The result of paid work is kept while the gateway has trouble: the write is repeated, not
/// the work.
/// </summary>
internal sealed class Settlement(WorkerParts parts, HeldDocument held)
{
    /// <summary>Null when it is done.</summary>
    public async Task<Fault?> SettleAsync(DocumentOutcome outcome)
    {
        if (outcome.FailureReason is { } reason)
        {
            return new(FaultKind.Rejected, reason);
        }

        var started = parts.Clock.GetTimestamp();
        var fault = await RepeatAsync((isRepeated, cancellationToken) => CallAsync(outcome, isRepeated, cancellationToken));
        if (fault is null)
        {
            parts.Telemetry.Settled(outcome.Target.Value, parts.Clock.GetElapsedTime(started));
            parts.Status.Settled();
            parts.Log.DocumentSettled(held.Id, outcome.Target.Value);
        }

        return fault;
    }

    /// <summary>Sets the document aside; null when it is done.</summary>
    public async Task<Fault?> FailAsync(Fault fault, AttemptCounts failures)
    {
        // The reason is logged first: after a crash in between, it is the only place where it stands.
        parts.Log.DocumentFailed(held.Id, fault.Reason, failures.Total, fault.Exception);
        var refused = await RepeatAsync((isRepeated, cancellationToken) => MoveAsync(DocumentStage.Failed, isRepeated, cancellationToken));
        if (refused is null)
        {
            parts.Status.SetAside(new(held.Id, fault.Reason, failures.Total, parts.Clock.GetUtcNow()));
            parts.Telemetry.SetAside(fault.Kind);
        }
        else if (refused.IsFinal)
        {
            parts.Log.NotSetAside(held.Id, refused.Reason, refused.Exception);
        }

        return refused;
    }

    private async Task<bool> CallAsync(DocumentOutcome outcome, bool isRepeated, CancellationToken cancellationToken)
    {
        if (outcome.Vectors is { } vectors)
        {
            await parts.Gateway.PutVectorsAsync(held.Id, vectors, cancellationToken);
            return true;
        }

        if (outcome.Chunks is { } chunks)
        {
            await parts.Gateway.PutChunksAsync(held.Id, chunks, cancellationToken);
            return true;
        }

        return await MoveAsync(outcome.Target, isRepeated, cancellationToken);
    }

    private async Task<bool> MoveAsync(DocumentStage stage, bool isRepeated, CancellationToken cancellationToken)
    {
        var reply = await parts.Gateway.MoveAsync([held.Id], stage, cancellationToken);

        // Under a lease that is safe, what a repeat no longer finds was moved by the try whose reply was lost.
        return reply.Moved > 0 || ((isRepeated || reply.WasRepeated) && held.IsSafe);
    }

    private async Task<Fault?> RepeatAsync(Func<bool, CancellationToken, Task<bool>> call)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Abort);
        var failures = default(AttemptCounts);
        while (true)
        {
            var fault = await TryAsync(token => call(failures.Total > 0, token), either.Token);
            if (fault is not { Kind: FaultKind.Gateway })
            {
                return fault;
            }

            failures = failures.With(fault.Kind);
            parts.Status.AttemptFailed();
            parts.Telemetry.AttemptFailed(fault.Kind);
            parts.Log.SettlementFailed(held.Id, failures.Total, fault.Reason, fault.Exception);
            if (failures.AreExhausted(parts.Options.Retry))
            {
                return fault with { IsFinal = true };
            }

            var retry = parts.Options.Retry;
            var pause = RetryPause.After(failures.Total, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble());
            await Task.Delay(pause, parts.Clock, either.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private async Task<Fault?> TryAsync(Func<CancellationToken, Task<bool>> call, CancellationToken cancellationToken)
    {
        // The clock is asked, not the token: after a freeze of the process the timer of the lease may be late.
        if (!held.IsSafe)
        {
            return Fault.LeaseLost;
        }

        var isSettled = false;
        held.BeginSettling();
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            isSettled = await call(cancellationToken);
            return isSettled ? null : Fault.LeaseLost;
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
        finally
        {
            held.EndSettling(isSettled);
        }
    }
}
