using Polly.Timeout;

namespace Hevlayer;

/// <summary>The error of an attempt, whoever raised it.</summary>
internal static class AttemptFailures
{
    /// <summary>Null for what is not a failure of the call, such as the caller's own cancellation.</summary>
    public static HevlayerException? From(CallState call, Exception exception) => exception switch
    {
        HevlayerException failure => failure,
        TimeoutRejectedException timeout => call.Elapsed >= call.TotalTimeout || (call.GatewayFailure is null && call.Elapsed >= call.GatewayTime)
            ? CallDeadlines.TotalTimeOver(call, timeout)
            : CallDeadlines.AttemptTimeOver(call, timeout),
        _ => null,
    };
}
