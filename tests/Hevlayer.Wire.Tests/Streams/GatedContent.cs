using System.Net;

namespace Hevlayer.Wire.Tests.Streams;

/// <summary>A body of unknown length that writes its rest only after something has happened.</summary>
internal sealed class GatedContent(byte[] bytes, int firstPart, Task gate) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, firstPart));
        await stream.FlushAsync();
        await gate;
        await stream.WriteAsync(bytes.AsMemory(firstPart));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
