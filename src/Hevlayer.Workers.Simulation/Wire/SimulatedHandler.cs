using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>What stands for the network below the client of one process.</summary>
internal sealed class SimulatedHandler(SimulatedNode node, WireNetwork network, Action<GatewayRequest>? onAttempt = null) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var copy = CopyOf(request);
        onAttempt?.Invoke(copy);
        return network.SendAsync(copy, node, cancellationToken);
    }

    // Whatever becomes of the request, what has been sent is on its way.
    private static GatewayRequest CopyOf(HttpRequestMessage request)
    {
        var uri = request.RequestUri!;
        using var body = new MemoryStream();
        request.Content?.CopyTo(body, context: null, CancellationToken.None);
        var headers = request.Headers.NonValidated
            .Concat(request.Content is { } content ? [.. content.Headers.NonValidated] : Array.Empty<KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues>>())
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new GatewayRequest(request.Method.Method, uri.AbsolutePath, uri.Query.TrimStart('?'), headers.GetValueOrDefault, body.ToArray());
    }
}
