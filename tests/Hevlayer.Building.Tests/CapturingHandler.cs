using System.Net;

namespace Hevlayer.Building.Tests;

/// <summary>A far end that keeps what was sent and always answers the same.</summary>
internal sealed class CapturingHandler(string reply) : HttpMessageHandler
{
    public List<(HttpMethod Method, string Path, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method, request.RequestUri!.PathAndQuery, body));
        return new(HttpStatusCode.OK) { Content = new StringContent(reply, null, "application/json") };
    }
}
