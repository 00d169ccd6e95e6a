namespace Hevlayer.Workers;

/// <summary>What faults are called in metrics and traces.</summary>
internal static class FailureNames
{
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.Rejected => "rejected",
        FaultKind.Crashed => "crashed",
        FaultKind.Handler => "handler",
        FaultKind.TimedOut => "timeout",
        FaultKind.Gateway => "gateway",
        FaultKind.Refused => "refused",
        FaultKind.LeaseLost => "lease_lost",
        _ => "stopped",
    };
}
