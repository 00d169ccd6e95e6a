using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Makes the request that asks turbopuffer what the gateway did not answer.</summary>
internal static class TurbopufferRequest
{
    private const string QueryArea = "Query";

    /// <summary>Null when the call must not go to turbopuffer, or would lose part of its meaning there.</summary>
    public static async ValueTask<HttpRequestMessage?> ForAsync(HttpRequestMessage request, CallState call, HevlayerException failure, CancellationToken cancellationToken)
    {
        var operation = call.Operation;
        if (!call.MayFallThrough || !FallbackRules.MayFollow(operation, failure.Kind, call.LastStatus))
        {
            return null;
        }

        var content = request.Content;
        if (operation.Area == QueryArea && content is not null)
        {
            content = await QueryContentAsync(operation, content, cancellationToken).ConfigureAwait(false);
            if (content is null)
            {
                return null;
            }
        }

        // A new request: what was written for the gateway, its key above all, stays behind.
        var fallback = call.Options.Fallback!;
        return new HttpRequestMessage(
            request.Method,
            TurbopufferAddress.Of(request.RequestUri!, operation.Route, operation.TurbopufferRoute!, fallback.BaseAddress))
        {
            Content = content,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", fallback.ApiKey!.Trim()) },
        };
    }

    private static async ValueTask<HttpContent?> QueryContentAsync(GatewayOperation operation, HttpContent content, CancellationToken cancellationToken)
    {
        var body = await PlainAsync(content, cancellationToken).ConfigureAwait(false);
        if (operation.Id != GatewayOperations.QueryNamespace.Id)
        {
            return DirectQuery.NeedsGateway(body) ? null : content;
        }

        return DirectQuery.Translate(body) is { } translated
            ? new ByteArrayContent(translated) { Headers = { ContentType = content.Headers.ContentType } }
            : null;
    }

    private static async ValueTask<byte[]> PlainAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (!ContentCodings.IsCompressed(content))
        {
            return await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }

        using var plain = new MemoryStream();
        using var decoded = ContentCodings.Decode(new MemoryStream(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)));
        await decoded.CopyToAsync(plain, cancellationToken).ConfigureAwait(false);
        return plain.ToArray();
    }
}
