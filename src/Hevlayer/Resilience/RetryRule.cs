using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Hevlayer;

/// <summary>
/// The whole rule of retries, from top to bottom: what a reply or an exception says, which calls are retried after it, and
/// after what pause. Pure functions; <see cref="CallPipeline"/> does the waiting.
/// </summary>
internal static class RetryRule
{
    private const double JitterGrowth = 3;

    /// <summary>By the status of a reply; the code tells a gateway that is shutting down.</summary>
    public static FailureKind KindOf(HttpStatusCode status, string? code) => ((int)status, code) switch
    {
        (429, _) => FailureKind.Refused,
        (503, HevlayerErrorCodes.GatewayDraining) => FailureKind.Draining,
        (503, _) => FailureKind.Refused,
        (500 or 502 or 504, _) => FailureKind.ServerFailed,
        _ => FailureKind.Final,
    };

    /// <summary>By the exception of the transport.</summary>
    public static FailureKind KindOf(Exception exception) => exception switch
    {
        { InnerException: AuthenticationException or InvalidOperationException } => FailureKind.Final,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => FailureKind.Final,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => FailureKind.NotSent,
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound } } =>
            FailureKind.NotSent,
        _ when IsConnectTimeout(exception) => FailureKind.NotSent,
        _ => FailureKind.Interrupted,
    };

    /// <summary>Which calls are retried after a failure of a kind.</summary>
    public static bool MayRetry(GatewayOperation operation, FailureKind kind, TimeSpan sinceFirstAttempt, TimeSpan earlyRetryWindow) => kind switch
    {
        // Nothing was done.
        FailureKind.NotSent or FailureKind.Refused or FailureKind.Draining => true,

        // Whether anything was done is unknown.
        FailureKind.ServerFailed or FailureKind.Interrupted =>
            operation.IsIdempotent && (!operation.IsRetriedOnlyEarly || sinceFirstAttempt < earlyRetryWindow),
        _ => false,
    };

    /// <summary>The pause before the next attempt; null when there is no next one, because of the kind of failure, the
    /// number of attempts or the time.</summary>
    /// <param name="call">The call and its attempts so far.</param>
    /// <param name="failure">The failure of the last attempt.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    /// <param name="random">From 0 up to but not including 1.</param>
    public static TimeSpan? NextPause(CallState call, HevlayerException failure, TimeSpan elapsed, double random)
    {
        var retry = call.Options.Retry;
        var pause = Pause(call, failure, random);
        return call.Attempts < retry.MaxAttempts
            && MayRetry(call.Operation, failure.Kind, elapsed, retry.EarlyRetryWindow)
            && elapsed + pause < call.GatewayTime
                ? pause
                : null;
    }

    /// <summary>
    /// None for a draining gateway, which asks for another connection and not for patience, but only once in a row; else
    /// what <c>Retry-After</c> asks for; else a random one.
    /// </summary>
    public static TimeSpan Pause(CallState call, HevlayerException failure, double random) =>
        failure.Kind == FailureKind.Draining && !call.WasDraining
            ? TimeSpan.Zero
            : failure.RetryAfter ?? Jitter(call.LastPause, call.Options.Retry, random);

    /// <summary>
    /// Decorrelated jitter: a random point between the shortest pause and three times the last one. Clients that failed
    /// together drift apart quickly, and the pause still grows.
    /// </summary>
    public static TimeSpan Jitter(TimeSpan lastPause, HevlayerRetryOptions options, double random)
    {
        var lowest = options.BaseDelay.TotalMilliseconds;
        var highest = Math.Max(lowest, lastPause.TotalMilliseconds * JitterGrowth);
        var chosen = lowest + (random * (highest - lowest));
        return TimeSpan.FromMilliseconds(Math.Min(chosen, options.MaxDelay.TotalMilliseconds));
    }

    /// <summary>Whether the handler's own limit on connecting has passed, which arrives as a cancellation that nobody asked for.</summary>
    public static bool IsConnectTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException };
}
