using System.Buffers;

namespace Hevlayer;

/// <summary>Grows in pooled memory; whoever takes the memory returns it.</summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>
{
    private byte[] _buffer = [];

    public int Length { get; private set; }

    /// <summary>Starts again with an empty buffer.</summary>
    /// <param name="expected">How many bytes will probably be written.</param>
    public void Start(int expected)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(expected);
        Length = 0;
    }

    /// <summary>Hands over what was written; the first <see cref="Length"/> bytes count.</summary>
    public byte[] Take()
    {
        var taken = _buffer;
        _buffer = [];
        return taken;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).Span;

    // A rented array that a failure leaves behind is the collector's: it may still be in someone's hands.
    private Memory<byte> Room(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, checked(_buffer.Length * 2)));
            _buffer.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(Length);
    }
}
