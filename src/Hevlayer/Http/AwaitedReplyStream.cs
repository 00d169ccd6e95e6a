using System.Runtime.CompilerServices;

namespace Hevlayer;

/// <summary>
/// A connection that, when it ends or breaks before a reply has begun, fails the attempt permanently. The runtime's handler
/// would send a request without a body three times more, unseen by the retry rule, its pauses and its count of attempts.
/// </summary>
internal sealed class AwaitedReplyStream(Stream inner) : Stream
{
    // From the first byte of a request to the first byte of its reply.
    private volatile bool _awaitsReply;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (_awaitsReply)
        {
            throw Ended(exception);
        }

        // Reading into nothing only waits for data; it is no end.
        if (read == 0 && _awaitsReply && !buffer.IsEmpty)
        {
            throw Ended(null);
        }

        _awaitsReply &= read == 0;
        return read;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _awaitsReply = true;
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Ended(exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Connections are read asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Connections are written asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Any other kind of exception than I/O trouble is taken as final by the handler.
    private static HttpRequestException Ended(IOException? cause) =>
        new(HttpRequestError.ResponseEnded, cause?.Message ?? "The server closed the connection without a reply.", cause);
}
