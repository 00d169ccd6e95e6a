using System.Text;
using System.Text.Json;

namespace Hevlayer;

/// <summary>The error for a reply that says success but does not follow the contract.</summary>
internal static class ReplyFailures
{
    /// <param name="response">The reply.</param>
    /// <param name="call">The call.</param>
    /// <param name="exception">What its reader found.</param>
    /// <param name="read">The body as far as it was read; null when it was not.</param>
    public static Exception From(HttpResponseMessage response, CallState call, Exception exception, ReadOnlyMemory<byte>? read)
    {
        if (exception is not JsonException json)
        {
            return exception;
        }

        var options = call.Options;
        var operation = call.Operation;
        var body = read is { } bytes ? Start(bytes.Span, options) : null;
        return new HevlayerException(KeyRedaction.Redact(Describe(call, json, body), options), KeyRedaction.Redact(exception, options))
        {
            StatusCode = response.StatusCode,
            Method = operation.Method.Method,
            Route = operation.Route,
            Body = body,
            AnsweredBy = call.Target,
            Attempts = call.Attempts,
            Metadata = KeyRedaction.Redact(ResponseHeaders.Read(response, call), options),
        };
    }

    /// <summary>The error for a reply that is too large.</summary>
    public static HevlayerReplyTooLargeException TooLarge(CallState call, long limit) => new(
        $"{call.Operation.Id}: the reply has more than {limit} bytes; {nameof(HevlayerClientOptions)}.{nameof(HevlayerClientOptions.MaxReplyBytes)} limits it [{call.Operation.Method} {call.Operation.Route}]")
    {
        Limit = limit,
        Method = call.Operation.Method.Method,
        Route = call.Operation.Route,
        AnsweredBy = call.Target,
    };

    private static string Describe(CallState call, JsonException json, string? body)
    {
        var operation = call.Operation;
        var (reply, server) = call.Target == ReplySource.Turbopuffer ? ("turbopuffer's reply", "turbopuffer") : ("the reply", "a gateway");
        var what = body switch
        {
            "" => $"{reply} has no body",
            not null when ErrorBodyReader.IsHtml(body) => $"{reply} is a web page: the address may not be that of {server}",
            _ => $"{reply} does not follow the contract: {json.Message}",
        };
        return $"{operation.Id}: {what} [{operation.Method} {operation.Route}]";
    }

    private static string Start(ReadOnlySpan<byte> bytes, HevlayerClientOptions options)
    {
        var length = Math.Min(bytes.Length, KeyRedaction.BytesFor(options.MaxErrorBodyLength, options));
        var text = KeyRedaction.Redact(Encoding.UTF8.GetString(bytes[..length]), options);
        return text[..Math.Min(text.Length, options.MaxErrorBodyLength)];
    }
}
