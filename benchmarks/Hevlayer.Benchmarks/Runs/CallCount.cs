namespace Hevlayer.Benchmarks;

/// <summary>Counts the calls that go through it, and the bytes of their bodies in both directions. Thread safe.</summary>
internal sealed class CallCount
{
    private long _calls;
    private long _bytes;

    public (long Calls, long Bytes) Now => (Interlocked.Read(ref _calls), Interlocked.Read(ref _bytes));

    /// <summary>A handler over new connections, for a client to send through.</summary>
    public HttpMessageHandler CreateHandler() => new CountingHandler(this);

    private sealed class CountingHandler(CallCount count) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref count._calls);
            var response = await base.SendAsync(request, cancellationToken);

            // Known only after it was sent, for bodies that are written as they go.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Interlocked.Add(ref count._bytes, (request.Content?.Headers.ContentLength ?? 0) + (response.Content.Headers.ContentLength ?? 0));
            return response;
        }
    }
}
