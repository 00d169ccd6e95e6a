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
            ? Start(buffered.Bytes.Span, options.MaxErrorBodyLength)
            : null;
        return new HevlayerException(Describe(operation, json, body), exception)
        {
            StatusCode = response.StatusCode,
            Method = operation.Method.Method,
            Route = operation.Route,
            Body = body is null ? null : KeyRedaction.Redact(body, options.ApiKey),
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

    private static string Start(ReadOnlySpan<byte> bytes, int length)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, length * 4)]);
        return text[..Math.Min(text.Length, length)];
    }
}
