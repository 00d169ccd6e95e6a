namespace Hevlayer.Quickstart.Tests;

/// <summary>Lets a test act on each request before the gateway sees it.</summary>
/// <param name="gateway">Where requests go on to.</param>
/// <param name="hook">Acts; a response answers in the gateway's place.</param>
internal sealed class HookedConnections(HttpMessageHandler gateway, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> hook)
    : DelegatingHandler(gateway)
{
    public HookedConnections(HttpMessageHandler gateway, Func<HttpRequestMessage, HttpResponseMessage?> hook)
        : this(gateway, (request, _) => Task.FromResult(hook(request)))
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await hook(request, cancellationToken) ?? await base.SendAsync(request, cancellationToken);
}
