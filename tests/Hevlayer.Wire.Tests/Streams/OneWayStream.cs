namespace Hevlayer.Wire.Tests.Streams;

/// <summary>A stream that can be read once, as from a socket.</summary>
internal sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;
}
