using System.Buffers;

namespace Hevlayer.Local;

/// <summary>A request body in rented memory.</summary>
internal sealed class PooledBody(byte[] buffer, int count) : IDisposable
{
    private byte[]? _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, count);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
