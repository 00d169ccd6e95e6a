using System.Net.Http.Headers;

namespace Hevlayer;

/// <summary>Adds the key and the client's name to each request.</summary>
internal sealed class RequestHeadersHandler : DelegatingHandler
{
    private static readonly ProductInfoHeaderValue Product = new(
        "hevlayer-dotnet",
        typeof(RequestHeadersHandler).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly AuthenticationHeaderValue? _authorization;

    public RequestHeadersHandler(HevlayerClientOptions options) =>
        _authorization = string.IsNullOrWhiteSpace(options.ApiKey) ? null : new("Bearer", options.ApiKey.Trim());

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization ??= _authorization;
        if (request.Headers.UserAgent.Count == 0)
        {
            request.Headers.UserAgent.Add(Product);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
