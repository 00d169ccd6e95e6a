namespace Hevlayer.Workers;

/// <summary>
/// The work on one held item, from attempt to attempt, until it is settled, its lease is lost, or it is to be released
/// because the worker ends.
/// </summary>
internal sealed class ItemRun(EngineParts parts, IWorkAdapter adapter, HeldItem held)
{
    private readonly ItemWork _work = adapter.WorkOn(held);
    private AttemptCounts _failures;
    private bool _hasBegun;
    private bool _isToRelease;

    /// <summary>Works on the item and never fails; true when it is still held and to be released.</summary>
    public async Task<bool> RunAsync()
    {
        // Before anything waits: what was taken first is first in line.
        var turn = WaitAsync(_work.EnterAsync);

        // Off the loop that takes items: a handler may compute for long before it first waits.
        await Task.Yield();
        try
        {
            await WorkAsync(turn);
        }
        catch (Exception exception)
        {
            // No rule foresaw this. The renewals end, and the end of the lease brings the item back.
            parts.Log.RunBroken(held.Id, exception);
        }

        parts.Trouble.Ended(held.Id);
        await _work.EndAsync();
        if (!_isToRelease)
        {
            parts.Held.Remove(held);
        }

        return _isToRelease;
    }

    private async Task WorkAsync(Task<bool> turn)
    {
        var fault = await turn && await WaitAsync(held.Lease.ConfirmedAsync)
            ? await _work.PrepareAsync() ?? await AttemptAsync()
            : CauseOfEnd();
        while (fault is not null && await GoesOnAfterAsync(fault))
        {
            fault = await AttemptAsync();
        }
    }

    /// <summary>One attempt; null when the item is completed.</summary>
    private async Task<Fault?> AttemptAsync()
    {
        // Places are for those who work; an item that waits for one is not begun when the worker ends.
        var places = _work.Places;
        if (!await WaitAsync(token => parts.Places.EnterAsync(places, token)))
        {
            return CauseOfEnd();
        }

        if (!_hasBegun)
        {
            _hasBegun = true;
            var waited = parts.Clock.GetElapsedTime(held.TakenAt);
            parts.EngineTelemetry.WorkBegan(waited);
            parts.Progress.Times.Add(WorkStage.Wait, waited);
        }

        var place = new GatePlace(parts.Places, places);
        using var span = _work.StartSpan();
        Fault? fault;
        try
        {
            fault = await _work.AttemptAsync(span, place);
        }
        finally
        {
            place.Leave();
        }

        fault ??= await _work.SettleAsync(Decision.Complete);
        span.End(fault);
        return fault;
    }

    private async Task<bool> GoesOnAfterAsync(Fault fault)
    {
        if (fault.Kind is FaultKind.LeaseLost or FaultKind.Stopped)
        {
            await LeaveAsync(fault);
            return false;
        }

        _failures = _failures.With(fault.Kind);
        parts.EngineTelemetry.AttemptFailed(fault.Kind);
        parts.Progress.AttemptEnded();
        var decision = await _work.DecideAsync(fault, _failures);
        if (decision.Kind == DecisionKind.Retry)
        {
            // When the pause is cut short, the next attempt finds out why.
            var pause = parts.Limits.Retry.PauseAfter(_failures.Total, parts.Random.NextDouble());
            await WaitAsync(token => parts.Trouble.PauseAsync(pause, token));
            return true;
        }

        if (await _work.SettleAsync(decision) is { } refusal)
        {
            await LeaveAsync(refusal);
        }

        return false;
    }

    // Where neither is the case, the renewals end, and the end of the lease brings the item back.
    private async Task LeaveAsync(Fault fault)
    {
        if (fault.Kind == FaultKind.LeaseLost)
        {
            parts.EngineTelemetry.AttemptFailed(fault.Kind);
            parts.Progress.LeaseLost();
            parts.EngineTelemetry.LeaseLost();
            parts.Log.LeaseLost(held.Id);
            await _work.LostAsync();
        }
        else if (fault.Kind == FaultKind.Stopped)
        {
            await _work.StoppedAsync();
            _isToRelease = true;
        }
    }

    /// <summary>Waits while the item is ours and the worker does not end; false when that was cut short.</summary>
    private async Task<bool> WaitAsync(Func<CancellationToken, Task> wait)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Stopping);
        try
        {
            await wait(end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Fault CauseOfEnd() => held.Lease.IsSafe ? Fault.Stopped : Fault.LeaseLost;
}
