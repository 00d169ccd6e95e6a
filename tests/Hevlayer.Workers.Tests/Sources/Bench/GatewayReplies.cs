using System.Net;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Tells of each reply of the gateway.</summary>
internal sealed class GatewayReplies(HttpMessageHandler gateway, Action<HttpStatusCode> seen) : DelegatingHandler(gateway)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        seen(reply.StatusCode);
        return reply;
    }
}
