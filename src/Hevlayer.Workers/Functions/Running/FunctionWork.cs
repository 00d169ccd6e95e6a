namespace Hevlayer.Workers;

/// <summary>The work on one held row.</summary>
internal sealed class FunctionWork(FunctionParts parts, HeldRow held) : ItemWork
{
    private readonly RowSettling _settling = new(parts, held);
    private AttemptCounts _failures;
    private FunctionResult? _result;

    private int Attempt => _failures.Total + 1;

    public override AttemptSpan StartSpan() => parts.Telemetry.StartAttempt(held.Id, Attempt);

    public override async Task<Fault?> AttemptAsync(AttemptSpan span, GatePlace place)
    {
        if (await CheckVersionAsync() is { } problem)
        {
            return problem;
        }

        (_result, var fault) = await new FunctionCall(parts, held).RunAsync(Attempt);
        return fault;
    }

    public override async Task<Decision> DecideAsync(Fault fault, AttemptCounts failures)
    {
        _failures = failures;
        if (!fault.IsFinal)
        {
            parts.Progress.AttemptFailed();
            parts.Log.AttemptFailed(held.Id, failures.Total, fault.Reason, fault.Exception);
            parts.Trouble.Failed(held.Id, fault);
        }

        return RowRules.After(fault, failures, parts.Limits.Retry, await WorksAtAllAsync(fault));
    }

    public override Task<Fault?> SettleAsync(Decision decision) => decision is { Kind: DecisionKind.Fail, Fault: { } fault }
        ? _settling.FailAsync(fault, _failures.Total)
        : _settling.CompleteAsync(_result!);

    private async Task<Fault?> CheckVersionAsync()
    {
        try
        {
            return await held.Version.IsOursAsync() ? null
                : new(FaultKind.Gateway, "The gateway has another version of the function than the worker computes.") { IsFinal = true };
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.Lease.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
    }

    // A failure that affects every row is no single row's fault.
    private async Task<bool> WorksAtAllAsync(Fault fault)
    {
        if (fault.Kind is not (FaultKind.Handler or FaultKind.TimedOut) || parts.Handler is not IWorkProbe probe)
        {
            return true;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Abort);
        return await probe.WorksAsync(end.Token);
    }
}
