using System.Net.Sockets;
using System.Security.Authentication;

namespace Hevlayer;

/// <summary>Turns what the connection threw into the error that the caller sees.</summary>
internal static class TransportFailures
{
    public static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException || IsConnectTimeout(exception);

    public static HevlayerException From(CallState call, Uri? address, Exception exception)
    {
        var operation = call.Operation;
        var kind = KindOf(exception);
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
        FormattableString.Invariant($"{operation.Id}: the reply stood still for {limit.TotalSeconds:0.###} s [{operation.Method} {operation.Route}]"))
    {
        Method = operation.Method.Method,
        Route = operation.Route,
        IsTransient = true,
        Kind = FailureKind.Interrupted,
    };

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        { InnerException: AuthenticationException } => FailureKind.Final,
        { InnerException: InvalidOperationException } => FailureKind.Final,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FailureKind.Final,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => FailureKind.NotSent,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } } =>
            FailureKind.NotSent,
        _ when IsConnectTimeout(exception) => FailureKind.NotSent,
        _ => FailureKind.Interrupted,
    };

    // The handler's own limit on connecting arrives as a cancellation that nobody asked for.
    private static bool IsConnectTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException };

    private static string Describe(GatewayOperation operation, Uri? address, Exception exception, FailureKind kind)
    {
        // The body is a stream that an earlier attempt has read to its end.
        if (exception.InnerException is InvalidOperationException spent)
        {
            return $"{operation.Id}: the body cannot be sent again: {spent.Message} [{operation.Method} {operation.Route}]";
        }

        // Scheme, host and port only: an address may carry a user name and a password.
        var server = address is { IsAbsoluteUri: true } ? address.GetComponents(UriComponents.SchemeAndServer, UriFormat.Unescaped) : "the gateway";
        var what = kind == FailureKind.NotSent ? $"could not connect to {server}" : $"the connection to {server} failed";
        return $"{operation.Id}: {what}: {exception.Message} [{operation.Method} {operation.Route}]";
    }
}
