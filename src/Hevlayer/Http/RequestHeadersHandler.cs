using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Adds the key, the client's name and the codings it reads to each request.</summary>
internal sealed class RequestHeadersHandler : DelegatingHandler
{
    private static readonly string Product = $"hevlayer-dotnet/{typeof(RequestHeadersHandler).Assembly.GetName().Version?.ToString(3) ?? "0"}";

    private readonly AuthenticationHeaderValue? _authorization;

    public RequestHeadersHandler(HevlayerClientOptions options) =>
        _authorization = string.IsNullOrWhiteSpace(options.ApiKey) ? null : new("Bearer", options.ApiKey.Trim());

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization ??= _authorization;
        AddMissing(request.Headers, "User-Agent", Product);
        AddMissing(request.Headers, "Accept-Encoding", ContentCodings.Gzip);
        return base.SendAsync(request, cancellationToken);
    }

    // As text: a parsed header would be made again for each call.
    private static void AddMissing(HttpRequestHeaders headers, string name, string value)
    {
        if (!headers.NonValidated.Contains(name))
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
