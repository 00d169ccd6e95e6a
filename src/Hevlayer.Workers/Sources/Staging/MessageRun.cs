namespace Hevlayer.Workers;

/// <summary>
/// The work on one held message, until its document is staged and the message is settled, lost, or left to be handed back
/// because the worker ends.
/// </summary>
internal sealed class MessageRun(SourceParts parts, HeldMessage held)
{
    private readonly MessageStaging _staging = new(parts, held);
    private int _gatewayFailures;
    private int _refusals;
    private bool _isLeft;

    /// <summary>Works on the message; true when it is still held and left to be handed back.</summary>
    public async Task<bool> RunAsync()
    {
        // Before anything waits: whose message was received first, enters the lane of its document first.
        var problem = ReadDocumentId();
        var lane = WaitAsync(token => parts.Lanes.EnterAsync(held.DocumentId, token));
        _ = new MessageKeeper(parts, held).RunAsync();

        // Off the loop that receives.
        await Task.Yield();
        var entered = await lane;
        try
        {
            await WorkAsync(entered, problem);
        }
        catch (Exception exception)
        {
            // No rule foresaw this. The renewals end, and the message comes back by itself.
            parts.Log.MessageBroken(held.DocumentId, exception);
        }

        if (entered)
        {
            parts.Lanes.Leave(held.DocumentId);
        }

        if (!_isLeft)
        {
            parts.Held.Remove(held);
        }

        return _isLeft;
    }

    private Fault? ReadDocumentId()
    {
        if (held.Message.Problem is { } problem)
        {
            return new(FaultKind.Rejected, problem);
        }

        try
        {
            if (held.Message.ReadDocumentId() is { } id && !string.IsNullOrWhiteSpace(id))
            {
                held.DocumentId = id;
                return null;
            }

            return new(FaultKind.Rejected, "The message gives no id for its document.");
        }
        catch (DocumentRejectedException exception)
        {
            return new(FaultKind.Rejected, exception.Message, exception);
        }
        catch (Exception exception)
        {
            return new(FaultKind.Handler, $"The id of the document could not be read. {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    private async Task WorkAsync(bool entered, Fault? problem)
    {
        var fault = entered && await WaitAsync(held.WaitForConfirmationAsync) ? problem ?? await AttemptAsync() : EndOfWait();
        while (fault is not null && await GoesOnAfterAsync(fault))
        {
            fault = await AttemptAsync();
        }

        if (fault is null)
        {
            held.Decision = MessageEnd.Acknowledge;
        }

        if (held.Decision is not null)
        {
            _isLeft = !await new MessageSettlement(parts, held).SettleAsync(parts.Abort);
        }
    }

    /// <summary>One attempt; null when the message can be acknowledged.</summary>
    private async Task<Fault?> AttemptAsync()
    {
        if (!await WaitAsync(token => parts.Places.EnterAsync(1, token)))
        {
            return EndOfWait();
        }

        parts.Telemetry.Began(parts.Clock.GetElapsedTime(held.ReceivedAt));
        try
        {
            return await _staging.TryAsync();
        }
        finally
        {
            parts.Places.Leave(1);
        }
    }

    private async Task<bool> GoesOnAfterAsync(Fault fault)
    {
        if (fault.Kind == FaultKind.LeaseLost)
        {
            parts.Lose(held);
            return false;
        }

        if (fault.Kind == FaultKind.Stopped)
        {
            _isLeft = true;
            return false;
        }

        _refusals += fault.Kind == FaultKind.Refused ? 1 : 0;
        _gatewayFailures += fault.Kind == FaultKind.Gateway ? 1 : 0;
        parts.Status.AttemptFailed();
        parts.Telemetry.AttemptFailed(fault.Kind);
        parts.Log.StagingFailed(held.DocumentId, held.Message.ReceiveCount, fault.Reason, fault.Exception);
        (held.Decision, var pause) = MessageRules.After(fault, held.Message.ReceiveCount, _gatewayFailures, parts.Options.Retry, parts.Random.NextDouble(), _refusals);
        if (held.Decision is { } decision)
        {
            if (decision.Rejection is { IsDeadLetter: true })
            {
                // Before it is done: after a crash in between, this is the only place where the reason stands.
                parts.Log.MessagePutAside(held.DocumentId, held.Message.ReceiveCount, fault.Reason, fault.Exception);
            }

            return false;
        }

        // When the pause is cut short, the next attempt finds out why.
        await WaitAsync(token => Task.Delay(pause, parts.Clock, token));
        return true;
    }

    /// <summary>Waits while the message is ours and the worker does not end; false when that was cut short.</summary>
    private async Task<bool> WaitAsync(Func<CancellationToken, Task> wait)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Stopping);
        try
        {
            await wait(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Fault EndOfWait() => held.IsSafe ? Fault.Stopped : Fault.LeaseLost;
}
