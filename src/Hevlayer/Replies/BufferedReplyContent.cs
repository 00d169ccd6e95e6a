using System.Buffers;
using System.Net;

namespace Hevlayer;

/// <summary>A reply's body that was read whole into pooled memory.</summary>
internal sealed class BufferedReplyContent(byte[] buffer, int length) : HttpContent, IReplyContent
{
    private byte[]? _buffer = buffer;
    private bool _isReadInPlace;

    public ReadOnlyMemory<byte> Bytes =>
        _buffer is { } bytes ? bytes.AsMemory(0, length) : throw new ObjectDisposedException(nameof(BufferedReplyContent));

    public void ReadInPlace() => _isReadInPlace = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _isReadInPlace ? Task.CompletedTask : stream.WriteAsync(Bytes).AsTask();

    // A length would only be kept as a header that nobody reads.
    protected override bool TryComputeLength(out long length1)
    {
        length1 = length;
        return !_isReadInPlace;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() =>
        Task.FromResult<Stream>(new MemoryStream(_buffer!, 0, length, writable: false));

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _buffer, null) is { } bytes)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        base.Dispose(disposing);
    }
}
