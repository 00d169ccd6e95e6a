namespace Hevlayer;

/// <summary>The errors of a call that ran out of time.</summary>
internal static class CallDeadlines
{
    /// <summary>The error of an attempt that was ended by its limit.</summary>
    public static HevlayerTimeoutException LimitOver(CallState call, Exception cause) =>
        call.AttemptEndsCall ? TotalTimeOver(call, cause) : AttemptTimeOver(call, cause);

    public static HevlayerTimeoutException TotalTimeOver(CallState call, Exception? cause = null) =>
        TimeOver(call, TotalTime(call) + LastFailure(call), call.LastFailure ?? cause);

    /// <summary>The error of a call whose caller allowed no further attempt.</summary>
    public static HevlayerException NotAllowed(CallState call) =>
        new($"{call.Operation.Id} was not attempted: the condition of the caller no longer holds{LastFailure(call)} [{call.Operation.Method} {call.Operation.Route}]", call.LastFailure)
        {
            Method = call.Operation.Method.Method,
            Route = call.Operation.Route,
        };

    private static HevlayerTimeoutException AttemptTimeOver(CallState call, Exception cause) =>
        TimeOver(call, FormattableString.Invariant($"{call.AttemptTimeout.TotalSeconds:0.###} s"), cause);

    private static string LastFailure(CallState call) =>
        call.LastFailure is { } failure ? $"; the last failure was {FailureName.Of(failure)}" : string.Empty;

    private static string TotalTime(CallState call) => call is { MayFallThrough: true, GatewayFailure: null } && call.Elapsed < call.TotalTimeout
        ? FormattableString.Invariant($"{call.GatewayTime.TotalSeconds:0.###} s, the gateway's part of the total time of {call.TotalTimeout.TotalSeconds:0.###} s")
        : FormattableString.Invariant($"the total time of {call.TotalTimeout.TotalSeconds:0.###} s");

    public static HevlayerTimeoutException ClientTimeOver(CallState call, TimeSpan limit, Exception cause) =>
        TimeOver(call, FormattableString.Invariant($"the HTTP client's Timeout of {limit.TotalSeconds:0.###} s"), cause);

    private static HevlayerTimeoutException TimeOver(CallState call, string limit, Exception? cause) =>
        new(
            $"{call.Operation.Id} did not finish within {limit} [{call.Operation.Method} {call.Operation.Route}]",
            KeyRedaction.Redact(cause, call.Options))
        {
            Method = call.Operation.Method.Method,
            Route = call.Operation.Route,
            IsTransient = true,
            Kind = FailureKind.Interrupted,
        };
}
