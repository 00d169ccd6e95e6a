using System.Net;

namespace Hevlayer;

/// <summary>A reply's body that is too large to be read whole first.</summary>
internal sealed class StreamedReplyContent(WatchedStream body) : StreamContent(body), IReplyContent
{
    private bool _isReadInPlace;

    public Stream Body => body;

    public void ReadInPlace() => _isReadInPlace = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _isReadInPlace ? Task.CompletedTask : base.SerializeToStreamAsync(stream, context);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _isReadInPlace ? Task.CompletedTask : base.SerializeToStreamAsync(stream, context, cancellationToken);
}
