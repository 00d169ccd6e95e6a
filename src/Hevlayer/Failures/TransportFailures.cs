namespace Hevlayer;

/// <summary>Turns what the connection threw into the error that the caller sees.</summary>
internal static class TransportFailures
{
    public static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException || RetryRule.IsConnectTimeout(exception);

    public static HevlayerException From(CallState call, Uri? address, Exception exception)
    {
        var operation = call.Operation;
        var kind = RetryRule.KindOf(exception);
        return new HevlayerConnectionException(
            KeyRedaction.Redact(Describe(operation, address, exception, kind), call.Options),
            KeyRedaction.Redact(exception, call.Options))
        {
            Method = operation.Method.Method,
            Route = operation.Route,
            IsTransient = kind != FailureKind.Final,
            Kind = kind,
        };
    }

    public static HevlayerTimeoutException Stalled(GatewayOperation operation, TimeSpan limit) => new(
        FormattableString.Invariant($"{operation.Id}: the reply stalled for {limit.TotalSeconds:0.###} s [{operation.Method} {operation.Route}]"))
    {
        Method = operation.Method.Method,
        Route = operation.Route,
        IsTransient = true,
        Kind = FailureKind.Interrupted,
    };

    private static string Describe(GatewayOperation operation, Uri? address, Exception exception, FailureKind kind)
    {
        // The body is a stream that an earlier attempt has read to its end.
        if (exception.InnerException is InvalidOperationException spent)
        {
            return $"{operation.Id}: the body cannot be sent again: {spent.Message} [{operation.Method} {operation.Route}]";
        }

        // Scheme, host and port only: an address may carry a user name and a password.
        var server = address is { IsAbsoluteUri: true } ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.Unescaped) : "the gateway";
        var what = exception switch
        {
            InvalidDataException => $"the reply of {server} cannot be decompressed",
            _ when kind == FailureKind.NotSent => $"could not connect to {server}",
            _ => $"the connection to {server} failed",
        };
        return $"{operation.Id}: {what}: {exception.Message} [{operation.Method} {operation.Route}]";
    }
}
