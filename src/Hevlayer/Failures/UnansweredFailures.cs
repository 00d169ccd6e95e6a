namespace Hevlayer;

/// <summary>The error of a call that neither the gateway nor turbopuffer answered.</summary>
internal static class UnansweredFailures
{
    public static HevlayerException From(GatewayOperation operation, HevlayerException gateway, HevlayerException turbopuffer)
    {
        var message = $"{operation.Id}: neither the gateway nor turbopuffer answered. {gateway.Message} {turbopuffer.Message}";
        var both = new AggregateException(gateway, turbopuffer);
        return turbopuffer is HevlayerTimeoutException
            ? new HevlayerTimeoutException(message, both) { Method = gateway.Method, Route = gateway.Route, IsTransient = true, Kind = FailureKind.Interrupted }
            : new HevlayerConnectionException(message, both) { Method = gateway.Method, Route = gateway.Route, IsTransient = true, Kind = FailureKind.Interrupted };
    }
}
