namespace Hevlayer.Tests;

/// <summary>A body that gives its bytes and then does something else than end.</summary>
internal sealed class ScriptedStream(byte[] start, Func<Memory<byte>, CancellationToken, ValueTask<int>> then) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Stands still after its bytes, until the reader gives up.</summary>
    public static ScriptedStream Stalling(string start) => new(
        System.Text.Encoding.UTF8.GetBytes(start),
        (_, token) => new(Never.ComesAsync<int>(token)));

    /// <summary>Breaks after its bytes.</summary>
    public static ScriptedStream Breaking(string start) => new(
        System.Text.Encoding.UTF8.GetBytes(start),
        (_, _) => throw new IOException("The connection was closed."));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == start.Length)
        {
            return then(buffer, cancellationToken);
        }

        var count = Math.Min(buffer.Length, start.Length - _position);
        start.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return ValueTask.FromResult(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
