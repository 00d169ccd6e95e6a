namespace Hevlayer.Workers;

/// <summary>Calls the handler for one row, within its time.</summary>
internal sealed class FunctionCall(FunctionParts parts, HeldRow held)
{
    /// <summary>The handler's result, which can be written as it is; or the fault that took its place.</summary>
    public async Task<(FunctionResult? Result, Fault? Fault)> RunAsync(int attempt)
    {
        var call = new LimitedCall(parts.Clock, parts.Options.HandlerTimeout, parts.Options.Shutdown.CancelGrace)
        {
            Lost = held.Lease.Lost,
            IsLost = () => !held.Lease.IsSafe,
            Abort = parts.Abort,
            Abandoned = Abandon,
            Waited = parts.Handler is IPatientHandler patient ? patient.Waited : null,
        };
        var (result, fault) = await call.RunAsync<FunctionResult>(async (deadline, cancellationToken) => await parts.Handler.HandleAsync(
            ItemOf(attempt, deadline),
            cancellationToken));
        fault ??= result is null ? new(FaultKind.Handler, "The handler gave no result.") : OutputRules.Problem(result, parts.Options);
        return fault is null ? (result, null) : (null, fault);
    }

    private FunctionItem ItemOf(int attempt, CancellationToken deadline) => new()
    {
        Namespace = held.Claimed.Namespace,
        Id = held.Claimed.Id,
        Input = held.Claimed.Input,
        FunctionId = parts.Options.FunctionId,
        WorkerId = parts.Options.WorkerId,
        Attempt = attempt,
        Clock = parts.Clock,
        LeaseLost = held.Lease.Lost,
        Stopping = parts.Stopping,
        Deadline = deadline,
    };

    private void Abandon(Task work)
    {
        parts.Progress.Abandon(work);
        parts.Log.HandlerAbandoned(held.Id, parts.Options.Shutdown.CancelGrace);
    }
}
