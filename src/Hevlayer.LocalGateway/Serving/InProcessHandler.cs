namespace Hevlayer.Local;

/// <summary>Serves a gateway without sockets: a message handler that answers on the caller's own thread.</summary>
internal sealed class InProcessHandler(GatewayFront front, long maxBodyBytes) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Content is not { } content)
        {
            return InProcessReply.Of(await front.HandleAsync(Describe(request, default), cancellationToken).ConfigureAwait(false), request);
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        Rewind(stream);
        var answer = await BodyReader.AnswerAsync(
            stream,
            content.Headers.ContentLength,
            content.Headers.NonValidated.TryGetValues("Content-Encoding", out var coding) ? coding.ToString() : null,
            maxBodyBytes,
            body => front.HandleAsync(Describe(request, body), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return InProcessReply.Of(answer, request);
    }

    // A retry sends the content again, and its stream is the one that the first attempt has read.
    private static void Rewind(Stream stream)
    {
        if (stream.CanSeek && stream.Position == stream.Length)
        {
            stream.Position = 0;
        }
    }

    private static GatewayRequest Describe(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        return new GatewayRequest(request.Method.Method.ToUpperInvariant(), uri.AbsolutePath, uri.Query.TrimStart('?'), Header, body);

        string? Header(string name) =>
            request.Headers.NonValidated.TryGetValues(name, out var values)
            || (request.Content is { } content && content.Headers.NonValidated.TryGetValues(name, out values))
                ? values.ToString()
                : null;
    }
}
