namespace Hevlayer;

/// <summary>Decides about the next attempt; a pure function of what has happened so far.</summary>
internal static class RetryDecision
{
    /// <summary>The pause before the next attempt, or null to give up now.</summary>
    /// <param name="call">The call and what it has gone through.</param>
    /// <param name="failure">The failure of the last attempt.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    /// <param name="random">From 0 up to but not including 1.</param>
    public static TimeSpan? NextPause(CallState call, HevlayerException failure, TimeSpan elapsed, double random)
    {
        var retry = call.Options.Retry;
        if (call.Attempts >= retry.MaxAttempts
            || !RetryRules.MayRepeat(call.Operation, failure.Kind, elapsed, retry.EarlyRepeatWindow))
        {
            return null;
        }

        // A draining gateway asks for another connection, not for patience; but only once, lest a loop spins.
        var pause = failure.Kind == FailureKind.Draining && !call.WasDraining
            ? TimeSpan.Zero
            : failure.RetryAfter ?? RetryDelay.Next(call.LastPause, retry, random);
        return elapsed + pause < call.GatewayTime ? pause : null;
    }
}
