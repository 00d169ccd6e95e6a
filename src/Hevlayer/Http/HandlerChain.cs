namespace Hevlayer;

/// <summary>The client's handlers, outermost first: retries and deadlines, then headers, then the connections.</summary>
internal static class HandlerChain
{
    public static HttpClient Build(HevlayerClientOptions options, HttpMessageHandler connections)
    {
        ArgumentNullException.ThrowIfNull(connections, "handler");
        var chain = new ResilienceHandler(options)
        {
            InnerHandler = new RequestHeadersHandler(options) { InnerHandler = connections },
        };

        // The chain is not disposed with the client: disposing it would reach the connections, which may be borrowed.
        var http = new HttpClient(chain, disposeHandler: false);
        Configure(http, options);
        return http;
    }

    /// <summary>Prepares a client over a chain; the deadlines are the chain's, so the client itself has none.</summary>
    public static void Configure(HttpClient http, HevlayerClientOptions options)
    {
        http.BaseAddress = options.Address;
        http.Timeout = Timeout.InfiniteTimeSpan;
    }
}
