namespace Hevlayer.Workers;

/// <summary>
/// The work on one held document, from attempt to attempt, until it is settled, lost, or left to be handed back because the
/// worker ends.
/// </summary>
internal sealed class DocumentRun(WorkerParts parts, HeldDocument held)
{
    private readonly Settlement _settlement = new(parts, held);
    private AttemptCounts _failures;

    /// <summary>Whether the document is still held and was left for others.</summary>
    public bool IsLeft { get; private set; }

    public async Task RunAsync()
    {
        // Off the loop that claims: a handler may compute for long before it first waits.
        await Task.Yield();
        try
        {
            while (await AttemptAsync() is { } fault && await GoesOnAfterAsync(fault))
            {
            }
        }
        catch (Exception exception)
        {
            // No rule foresaw this. The heartbeats end, and the lease brings the document back.
            parts.Log.RunBroken(held.Id, exception);
        }

        if (!IsLeft)
        {
            parts.Held.Remove(held);
        }
    }

    /// <summary>One attempt; null when the document is settled.</summary>
    private async Task<Fault?> AttemptAsync()
    {
        if (!await EnterAsync())
        {
            return held.IsSafe ? Fault.Stopped : Fault.LeaseLost;
        }

        if (_failures.Total == 0)
        {
            parts.Telemetry.Began(parts.Clock.GetElapsedTime(held.ClaimedAt));
        }

        try
        {
            using var span = parts.Telemetry.StartAttempt(held.Id, _failures.Total + 1);
            var fault = parts.Options.ReadChunks ? await ReadAndWorkAsync(span) : await WorkAsync([]);
            span.End(fault);
            return fault;
        }
        finally
        {
            parts.Places.Leave(1);
        }
    }

    // Places are for those who work; a document that waits for one is not begun when the worker ends.
    private async Task<bool> EnterAsync()
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Stopping);
        try
        {
            await parts.Places.EnterAsync(1, either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Fault?> ReadAndWorkAsync(AttemptSpan span)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Abort);
        var announced = parts.Status.ExpectedSize;
        var entered = false;
        try
        {
            await parts.Memory.EnterAsync(announced, either.Token);
            entered = true;
            var chunks = await parts.Gateway.GetChunksAsync(held.Id, either.Token);
            var size = ChunkSize.Of(chunks);
            parts.Memory.Correct(announced, size);
            announced = size;
            parts.Status.SawDocument(size);
            span.Read(chunks);
            return chunks.Count > 0 ? await WorkAsync(chunks) : new(FaultKind.Rejected, "The document has no chunks.");
        }
        catch (HevlayerException exception) when (held.IsSafe && FaultRules.IsMissing(exception))
        {
            return new(FaultKind.Rejected, "The chunks of the document are missing.", exception);
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
        finally
        {
            if (entered)
            {
                parts.Memory.Leave(announced);
            }
        }
    }

    private async Task<Fault?> WorkAsync(IReadOnlyList<Chunk> chunks)
    {
        var (outcome, fault) = await new HandlerCall(parts, held).RunAsync(chunks, _failures.Total + 1);
        return outcome is null ? fault : await _settlement.SettleAsync(outcome);
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
                return false;
            case FaultKind.Stopped:
                IsLeft = true;
                return false;
            case var _ when fault.IsFinal:
                await SetAsideAsync(fault);
                return false;
            default:
                parts.Status.AttemptFailed();
                parts.Log.AttemptFailed(held.Id, _failures.Total, fault.Reason, fault.Exception);
                if (_failures.AreExhausted(parts.Options.Retry))
                {
                    await SetAsideAsync(fault);
                    return false;
                }

                await PauseAsync();
                return true;
        }
    }

    // Where even that is refused, the heartbeats end and the lease brings the document back.
    private async Task SetAsideAsync(Fault fault) =>
        IsLeft = await _settlement.FailAsync(fault, _failures) is { Kind: FaultKind.Stopped };

    private async Task PauseAsync()
    {
        var retry = parts.Options.Retry;
        var pause = RetryPause.After(_failures.Total, retry.BaseDelay, retry.MaxDelay, parts.Random.NextDouble());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Stopping);

        // When the pause is cut short, the next attempt finds out why.
        await Task.Delay(pause, parts.Clock, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
