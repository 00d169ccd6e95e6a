using System.Net;

namespace Hevlayer;

/// <summary>Turns a reply with an error status into the error that the caller sees.</summary>
internal static class StatusFailures
{
    public static HevlayerException From(CallState call, HttpStatusCode status, string reason, TimeSpan? retryAfter, string body)
    {
        var details = KeyRedaction.Redact(ErrorBodyReader.Read(body), call.Options);
        var kind = RetryRule.KindOf(status, details.Code);
        var maxLength = call.Options.MaxErrorBodyLength;
        return new HevlayerException(Describe(call, status, Start(details.Message, maxLength) ?? (reason.Length > 0 ? reason : status.ToString()), details), call.GatewayFailure)
        {
            StatusCode = status,
            Code = details.Code,
            RequiredScope = details.RequiredScope,
            Fields = details.Fields,
            AnsweredBy = call.Target,
            RetryAfter = retryAfter,
            Method = call.Operation.Method.Method,
            Route = call.Operation.Route,
            IsTransient = details.IsRetryable ?? kind != FailureKind.Final,
            Body = body.Length == 0 ? null : Start(body, maxLength),
            HasGatewayBody = call.Target == ReplySource.Gateway && details.IsGatewayShape,
            IsRouteMissing = call.Target == ReplySource.Gateway && IsRouteMissing(status, details),
            Kind = details.IsRetryable == false ? FailureKind.Final : kind,
        };
    }

    private static string Describe(CallState call, HttpStatusCode status, string text, ErrorDetails details)
    {
        var operation = call.Operation;
        var code = details.Code is { } name ? $" {name}" : string.Empty;
        return call.Target == ReplySource.Turbopuffer
            ? $"{operation.Id}: the gateway did not answer, and turbopuffer answered {(int)status}{code}: {WithHint(text, TurbopufferHint(status))} [{operation.Method} {operation.Route}]"
            : $"{operation.Id} failed with {(int)status}{code}: {WithHint(text, Hint(operation, status, details))} [{operation.Method} {operation.Route}]";
    }

    // The server's text rarely ends as a sentence does.
    private static string WithHint(string text, string hint) =>
        hint.Length == 0 || text.EndsWith('.') ? text + hint : $"{text}.{hint}";

    private static string TurbopufferHint(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " Check the key in HevlayerClientOptions.Fallback.",
        _ when IsRedirect(status) => " The address redirects; set the final one as Fallback.BaseAddress.",
        _ => string.Empty,
    };

    private static string Hint(GatewayOperation operation, HttpStatusCode status, ErrorDetails details) => status switch
    {
        _ when IsRouteMissing(status, details) => $" {MissingRoute.Explain(operation)}",
        HttpStatusCode.Forbidden when details.RequiredScope is { } scope => $" The key lacks the scope {scope}.",
        HttpStatusCode.Unauthorized => " Set a key with HevlayerClientOptions.ApiKey or HEVLAYER_API_KEY.",
        _ when IsRedirect(status) => " The address redirects; set the final one as BaseAddress.",
        _ => string.Empty,
    };

    private static bool IsRedirect(HttpStatusCode status) => (int)status is >= 300 and < 400;

    // What is behind a route answers in the gateway's shape; the web framework, which has no such route, does not.
    private static bool IsRouteMissing(HttpStatusCode status, ErrorDetails details) =>
        status == HttpStatusCode.NotFound && !details.IsGatewayShape;

    private static string? Start(string? text, int length) => text?[..Math.Min(text.Length, length)];
}
