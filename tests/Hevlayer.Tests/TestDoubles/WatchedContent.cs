using System.Net;

namespace Hevlayer.Tests;

/// <summary>A body that tells whether it was released, and with it the connection that it came over.</summary>
internal sealed class WatchedContent(Stream body) : HttpContent
{
    public bool IsDisposed { get; private set; }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
