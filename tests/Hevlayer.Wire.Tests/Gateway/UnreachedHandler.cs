namespace Hevlayer.Wire.Tests.Gateway;

/// <summary>A far end that should see nothing; it counts what it sees.</summary>
internal sealed class UnreachedHandler : HttpMessageHandler
{
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return Task.FromResult(new HttpResponseMessage());
    }
}
