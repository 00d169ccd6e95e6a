namespace Hevlayer.Workers;

/// <summary>Ends the hold on one row, by its result or by its failure.</summary>
internal sealed class RowSettling
{
    private readonly FunctionParts _parts;
    private readonly HeldRow _held;
    private readonly Settlement _calls;

    public RowSettling(FunctionParts parts, HeldRow held)
    {
        _parts = parts;
        _held = held;
        _calls = new Settlement(parts, held, RowFaults.Classify, NoteFailure);
    }

    /// <summary>Writes a result; null when that is done.</summary>
    public async Task<Fault?> CompleteAsync(FunctionResult result)
    {
        var (end, refusal) = await EndAsync(Ending.Of(_held, result));
        if (refusal is null)
        {
            _parts.Trouble.Succeeded();
        }

        if (end == RowEnd.Ended)
        {
            _parts.Progress.ItemCompleted();
            _parts.Telemetry.Completed(1);
            _parts.Log.RowCompleted(_held.Id);
        }

        return refusal;
    }

    /// <summary>Reports a failure; null when that is done.</summary>
    public async Task<Fault?> FailAsync(Fault fault, int attempts)
    {
        var kind = RowRules.KindOf(fault);
        var isPermanent = kind == UdfErrorKind.Permanent;
        if (isPermanent)
        {
            _parts.Log.RowFailed(_held.Id, fault.Reason, fault.Exception);
        }
        else
        {
            _parts.Log.RowReturned(_held.Id, fault.Reason, fault.Exception);
        }

        var (end, refusal) = await EndAsync(Ending.Of(_held, kind, fault.Reason));
        if (refusal is { IsFinal: true })
        {
            _parts.Log.RowNotFailed(_held.Id, refusal.Reason, refusal.Exception);
        }
        else if (end != RowEnd.Lost)
        {
            _parts.Telemetry.Failed(isPermanent, fault.Kind);
            if (isPermanent)
            {
                _parts.Progress.ItemFailed(new(_held.Id, fault.Reason, attempts, _parts.Clock.GetUtcNow()));
            }
        }

        return refusal;
    }

    private async Task<(RowEnd End, Fault? Refusal)> EndAsync(Ending ending)
    {
        var end = RowEnd.Lost;
        var refusal = await _calls.RunAsync(async (isRetry, token) =>
        {
            end = await _parts.Endings.EndAsync(_held, ending, isRetry, token);
            return end != RowEnd.Lost;
        });
        return (end, refusal);
    }

    private void NoteFailure(Fault fault, int failures)
    {
        _parts.Progress.AttemptFailed();
        _parts.Telemetry.AttemptFailed(fault.Kind);
        _parts.Log.RowNotSent(_held.Id, failures, fault.Reason, fault.Exception);
        _parts.Trouble.Failed(_held.Id, fault);
    }
}
