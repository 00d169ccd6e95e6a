namespace Hevlayer;

/// <summary>The body of a reply: a read that stands still for too long, or breaks, fails with an error of the client.</summary>
internal sealed class WatchedStream(Stream inner, GatewayOperation operation, HevlayerClientOptions options) : Stream
{
    private ReadOnlyMemory<byte> _start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes that were read already and come first.</summary>
    public void Prepend(ReadOnlyMemory<byte> start) => _start = start;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start.Length > 0)
        {
            return TakeStart(buffer);
        }

        try
        {
            var pending = inner.ReadAsync(buffer, cancellationToken);
            return pending.IsCompleted
                ? await pending.ConfigureAwait(false)
                : await pending.AsTask().WaitAsync(options.ReadStallTimeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw TransportFailures.Stalled(operation, options.ReadStallTimeout);
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception))
        {
            throw TransportFailures.From(operation, options.BaseAddress, exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Replies are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int TakeStart(Memory<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _start.Length);
        _start[..count].CopyTo(buffer);
        _start = _start[count..];
        return count;
    }
}
