using System.Net;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>A body that breaks off at its first byte.</summary>
internal sealed class BrokenContent : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => throw new IOException("The connection broke.");

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("The connection broke.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
