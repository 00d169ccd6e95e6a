using System.Text;
using System.Text.Json;

namespace Hevlayer;

/// <summary>The error for a reply that says success but is not what the contract promises.</summary>
internal static class ReplyFailures
{
    public static Exception From(HttpResponseMessage response, Exception exception, HevlayerClientOptions options)
    {
        if (exception is not JsonException json)
        {
            return exception;
        }

        var operation = RequestOperation.Of(response.RequestMessage!);
        var body = response.Content is BufferedReplyContent buffered
            ? Start(buffered.Bytes.Span, options)
            : null;
        return new HevlayerException(KeyRedaction.Redact(Describe(operation, json, body), options.ApiKey), exception)
        {
            StatusCode = response.StatusCode,
            Method = operation.Method.Method,
            Route = operation.Route,
            Body = body,
            Attempts = RequestOperation.AttemptsOf(response.RequestMessage!),
        };
    }

    private static string Describe(GatewayOperation operation, JsonException json, string? body)
    {
        var what = body switch
        {
            "" => "the reply has no body",
            not null when ErrorBodyReader.IsHtml(body) => "the reply is a web page: the address may not be that of a gateway",
            _ => $"the reply is not what the contract promises: {json.Message}",
        };
        return $"{operation.Id}: {what} [{operation.Method} {operation.Route}]";
    }

    private static string Start(ReadOnlySpan<byte> bytes, HevlayerClientOptions options)
    {
        var length = Math.Min(bytes.Length, KeyRedaction.BytesFor(options.MaxErrorBodyLength, options.ApiKey));
        var text = KeyRedaction.Redact(Encoding.UTF8.GetString(bytes[..length]), options.ApiKey);
        return text[..Math.Min(text.Length, options.MaxErrorBodyLength)];
    }
}
