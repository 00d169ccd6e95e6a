namespace Hevlayer.Quickstart.Tests;

/// <summary>
/// Dies like a process: after a number of requests nothing more gets through, and the reply of the last one may be lost
/// although the gateway did what it asked.
/// </summary>
/// <param name="gateway">Where requests go on to.</param>
/// <param name="requests">Number of requests that get through.</param>
/// <param name="isLastReplyLost">Whether the last of them is done but not answered.</param>
/// <param name="died">Told when the end has come.</param>
internal sealed class SeveredConnections(HttpMessageHandler gateway, int requests, bool isLastReplyLost, Action died) : DelegatingHandler(gateway)
{
    private int _count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _count);
        if (number < requests || (number == requests && !isLastReplyLost))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (number == requests)
        {
            using var unread = await base.SendAsync(request, CancellationToken.None);
        }

        died();
        throw new HttpRequestException(HttpRequestError.ConnectionError, "The cable is cut.");
    }
}
