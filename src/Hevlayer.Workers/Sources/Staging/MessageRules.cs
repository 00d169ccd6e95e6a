namespace Hevlayer.Workers;

/// <summary>What follows from a failure with a message.</summary>
internal static class MessageRules
{
    /// <summary>
    /// Trouble of the gateway is no fault of the message: it is held through it, and never rejected for it. A message whose
    /// mapper or chunker failed comes back by its source, and is rejected when it has come often enough.
    /// </summary>
    /// <param name="fault">The failure: the message's, the handler's or the gateway's.</param>
    /// <param name="receiveCount">Receipts of the message, from 1.</param>
    /// <param name="failures">All failures since the message was received, this one included.</param>
    /// <param name="retry">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static Decision After(Fault fault, int receiveCount, AttemptCounts failures, SourceRetryOptions retry, double chance) => fault.Kind switch
    {
        FaultKind.Gateway when failures.OfGateway < retry.MaxGatewayFailures => Decision.Retry,
        FaultKind.Refused when failures.Refusals < AttemptCounts.RefusalsBeforeFailure => Decision.Retry,
        FaultKind.Gateway => Decision.Return(fault, retry.MaxReturnDelay),
        FaultKind.Handler or FaultKind.TimedOut when receiveCount < retry.MaxAttempts =>
            Decision.Return(fault, RetryPause.After(receiveCount, retry.ReturnDelay, retry.MaxReturnDelay, chance)),
        _ => Decision.Fail(fault),
    };
}
