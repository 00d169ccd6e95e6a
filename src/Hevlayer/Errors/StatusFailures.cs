using System.Net;

namespace Hevlayer;

/// <summary>Turns a reply with an error status into the error that the caller sees.</summary>
internal static class StatusFailures
{
    private const string DrainingCode = "gateway_draining";

    public static HevlayerException From(
        GatewayOperation operation,
        HttpStatusCode status,
        string reason,
        TimeSpan? retryAfter,
        string body,
        int maxBodyLength)
    {
        var details = ErrorBodyReader.Read(body);
        var kind = KindOf(status, details.Code);
        return new HevlayerException(Describe(operation, status, reason, details, maxBodyLength))
        {
            StatusCode = status,
            Code = details.Code,
            RequiredScope = details.RequiredScope,
            RetryAfter = retryAfter,
            Method = operation.Method.Method,
            Route = operation.Route,
            IsTransient = details.IsRetryable ?? kind != FailureKind.Final,
            Body = body.Length == 0 ? null : Start(body, maxBodyLength),
            IsRouteMissing = IsRouteMissing(status, details),
            Kind = details.IsRetryable == false ? FailureKind.Final : kind,
        };
    }

    public static FailureKind KindOf(HttpStatusCode status, string? code) => status switch
    {
        HttpStatusCode.TooManyRequests => FailureKind.Refused,
        HttpStatusCode.ServiceUnavailable => code == DrainingCode ? FailureKind.Draining : FailureKind.Refused,
        HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => FailureKind.ServerFailed,
        _ => FailureKind.Final,
    };

    private static string Describe(GatewayOperation operation, HttpStatusCode status, string reason, ErrorDetails details, int maxLength)
    {
        var code = details.Code is { } name ? $" {name}" : string.Empty;
        var text = Start(details.Message, maxLength) ?? (reason.Length > 0 ? reason : status.ToString());
        var hint = Hint(operation, status, details);
        return $"{operation.Id} failed with {(int)status}{code}: {text}{hint} [{operation.Method} {operation.Route}]";
    }

    // What is behind a route answers in the gateway's shape; the web framework, which has no such route, does not.
    private static bool IsRouteMissing(HttpStatusCode status, ErrorDetails details) =>
        status == HttpStatusCode.NotFound && !details.IsGatewayShape;

    private static string? Start(string? text, int length) => text?[..Math.Min(text.Length, length)];

    private static string Hint(GatewayOperation operation, HttpStatusCode status, ErrorDetails details) => status switch
    {
        _ when IsRouteMissing(status, details) =>
            $" The gateway does not offer this route; it belongs to the {operation.Edition} edition and may need a backend that is not configured.",
        HttpStatusCode.Forbidden when details.RequiredScope is { } scope => $" The key lacks the scope {scope}.",
        HttpStatusCode.Unauthorized => " Set a key with HevlayerClientOptions.ApiKey or HEVLAYER_API_KEY.",
        _ when (int)status is >= 300 and < 400 => " The address redirects; set the final one as BaseAddress.",
        _ => string.Empty,
    };
}
