namespace Hevlayer.Wire.Tests.Local;

/// <summary>Keeps the last reply on its way to the client.</summary>
internal sealed class LocalRecorder(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    public LocalReply? Last { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        Last = new LocalReply((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Content.Headers.ContentType?.ToString());
        return response;
    }
}
