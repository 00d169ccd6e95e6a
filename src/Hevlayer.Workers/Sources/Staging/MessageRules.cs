namespace Hevlayer.Workers;

/// <summary>What follows from a failure with a message.</summary>
internal static class MessageRules
{
    /// <summary>
    /// The end of the message, or the pause after which it is tried again under the same lease. Trouble of the gateway is
    /// no fault of the message: it is held through it, and never put aside for it.
    /// </summary>
    /// <param name="fault">The failure: the message's, the handler's or the gateway's.</param>
    /// <param name="receiveCount">Receipts of the message, from 1.</param>
    /// <param name="gatewayFailures">Failures of the gateway with this message since it was received, this one included.</param>
    /// <param name="retry">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    /// <param name="refusals">Refusals of the document by the gateway since the message was received, this one included.</param>
    public static (MessageEnd? End, TimeSpan Pause) After(Fault fault, int receiveCount, int gatewayFailures, SourceRetryOptions retry, double chance, int refusals = 2) => fault.Kind switch
    {
        FaultKind.Gateway when gatewayFailures < retry.MaxGatewayFailures =>
            (null, RetryPause.After(gatewayFailures, retry.BaseDelay, retry.MaxDelay, chance)),
        FaultKind.Refused when refusals < 2 => (null, RetryPause.After(refusals, retry.BaseDelay, retry.MaxDelay, chance)),
        FaultKind.Gateway => (MessageEnd.ComeBack(fault, retry.MaxReturnDelay), TimeSpan.Zero),
        FaultKind.Handler or FaultKind.TimedOut when receiveCount < retry.MaxAttempts =>
            (MessageEnd.ComeBack(fault, RetryPause.After(receiveCount, retry.ReturnDelay, retry.MaxReturnDelay, chance)), TimeSpan.Zero),
        _ => (MessageEnd.PutAside(fault), TimeSpan.Zero),
    };
}
