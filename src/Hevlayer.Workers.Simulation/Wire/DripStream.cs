namespace Hevlayer.Workers.Simulation;

/// <summary>A body that comes in pieces, with pauses; one that is endless goes on with blanks.</summary>
internal sealed class DripStream : Stream
{
    private const int Pieces = 4;
    private const int EndlessPiece = 8 * 1024;

    private readonly SimulatedNode _reader;
    private readonly VirtualTime _time;
    private readonly TimeSpan _pause;
    private readonly bool _isEndless;
    private readonly int _piece;
    private ReadOnlyMemory<byte> _left;

    private DripStream(ReadOnlyMemory<byte> body, SimulatedNode reader, VirtualTime time, TimeSpan pause, bool isEndless)
    {
        _left = body;
        _piece = Math.Max(1, (body.Length + Pieces - 1) / Pieces);
        _reader = reader;
        _time = time;
        _pause = pause;
        _isEndless = isEndless;
    }

    public static DripStream Slow(ReadOnlyMemory<byte> body, SimulatedNode reader, VirtualTime time, TimeSpan pause) =>
        new(body, reader, time, pause, isEndless: false);

    public static DripStream Endless(ReadOnlyMemory<byte> body, SimulatedNode reader, VirtualTime time) =>
        new(body, reader, time, TimeSpan.FromMilliseconds(200), isEndless: true);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var arrived = new TaskCompletionSource();
        _time.After(_pause, () => _reader.RunBare(() => arrived.TrySetResult()));
        using var registration = cancellationToken.UnsafeRegister(token => arrived.TrySetCanceled(cancellationToken), null);
        await arrived.Task.ConfigureAwait(false);
        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        if (_left.IsEmpty && _isEndless)
        {
            var blanks = Math.Min(buffer.Length, EndlessPiece);
            buffer[..blanks].Fill((byte)' ');
            return blanks;
        }

        var count = Math.Min(Math.Min(_piece, _left.Length), buffer.Length);
        _left.Span[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }
}
