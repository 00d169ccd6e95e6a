using Polly.Timeout;

namespace Hevlayer;

/// <summary>The error of an attempt, whoever raised it.</summary>
internal static class AttemptFailures
{
    /// <summary>Null for what is not a failure of the call, such as the caller's own cancellation.</summary>
    public static HevlayerException? From(CallState call, Exception exception) => exception switch
    {
        HevlayerException failure => failure,
        TimeoutRejectedException timeout => OutOfTime(call, timeout),
        _ => null,
    };

    private static HevlayerTimeoutException OutOfTime(CallState call, TimeoutRejectedException timeout)
    {
        var isTotal = call.Elapsed >= call.TotalTimeout;
        var limit = isTotal
            ? $"within the total time of {call.TotalTimeout.TotalSeconds:0.###} s"
            : $"within {call.AttemptTimeout.TotalSeconds:0.###} s";
        return new HevlayerTimeoutException(
            FormattableString.Invariant($"{call.Operation.Id} did not finish {limit} [{call.Operation.Method} {call.Operation.Route}]"),
            timeout)
        {
            Method = call.Operation.Method.Method,
            Route = call.Operation.Route,
            IsTransient = true,
            Kind = FailureKind.Interrupted,
        };
    }
}
