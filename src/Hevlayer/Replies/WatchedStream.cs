namespace Hevlayer;

/// <summary>
/// The body of a reply: a read that stalls for too long, goes past the call's deadline, or breaks, fails with an
/// error of the client.
/// </summary>
internal sealed class WatchedStream(Stream inner, CallState call) : Stream
{
    private const int OwnBufferSize = 32 * 1024;

    // A thread that did not run for a while has read little.
    private const int FewestReadsToBreakOff = 4;
    private const int MostReadsToBreakOff = 64;

    // The call is over already: its caller waits for no more than this.
    private static readonly TimeSpan LongestBreakOff = TimeSpan.FromMilliseconds(50);

    // Ends a read that is given up, and its connection with it: otherwise it would go on beside whoever empties the
    // connection for its next use.
    private readonly CancellationTokenSource _givenUp = new();

    private readonly long _limit = call.Operation.RepliesWithBytes ? Math.Min(call.Options.MaxReplyBytes, GatewayLimits.PutBlob.MaxBytes) : call.Options.MaxReplyBytes;

    private long _read;
    private ReadOnlyMemory<byte> _ready;
    private byte[]? _own;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Hands the stream over to a reader outside the attempt, first with the bytes that were read already. From here on
    /// reads go through a buffer of the stream's own: a read that is given up may still write, and the reader's buffer may
    /// be someone else's by then.
    /// </summary>
    public void GoOnAfter(ReadOnlyMemory<byte> start)
    {
        _ready = start;
        _own = new byte[OwnBufferSize];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_own is null)
        {
            return await ReadInnerAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        // Bytes that are there already need no wait, but whoever reads them may take long over each part.
        if (call.Elapsed >= call.TotalTimeout)
        {
            await BreakOffAsync(_own).ConfigureAwait(false);
            throw Counted(CallDeadlines.TotalTimeOver(call));
        }

        if (_ready.IsEmpty)
        {
            _ready = _own.AsMemory(0, await ReadInnerAsync(_own, cancellationToken).ConfigureAwait(false));
        }

        var count = Math.Min(buffer.Length, _ready.Length);
        _ready[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
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
            _givenUp.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadInnerAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            await BreakOffAsync(buffer).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var stall = call.Options.ReadStallTimeout;
        var left = call.TotalTimeout - call.Elapsed;
        if (left <= TimeSpan.Zero)
        {
            // A reply that always has more never waits, and would never come to an end of its time.
            await BreakOffAsync(buffer).ConfigureAwait(false);
            throw Counted(CallDeadlines.TotalTimeOver(call));
        }

        try
        {
            var pending = inner.ReadAsync(buffer, _givenUp.Token);
            return Counted(pending.IsCompleted
                ? await pending.ConfigureAwait(false)
                : await InTimeAsync(pending.AsTask(), buffer, TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, stall.Ticks)), cancellationToken).ConfigureAwait(false));
        }
        catch (TimeoutException)
        {
            throw Counted(left < stall ? CallDeadlines.TotalTimeOver(call) : TransportFailures.Stalled(call.Operation, stall));
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception))
        {
            throw Counted(TransportFailures.From(call, call.Address, exception));
        }
    }

    private async Task<int> InTimeAsync(Task<int> pending, Memory<byte> buffer, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.WaitAsync(limit, call.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch when (!pending.IsFaulted && !pending.IsCanceled)
        {
            Observe(pending);

            // In place: what went on behind a queue of the thread pool would find the clock somewhere else.
            _givenUp.Cancel();
            if (pending.IsCompletedSuccessfully)
            {
                // Bytes came in the very moment in which the time was over.
                await BreakOffAsync(buffer).ConfigureAwait(false);
            }

            throw;
        }
    }

    // Between two reads there is nothing that could be given up, and only a read that is given up ends the connection.
    private async ValueTask BreakOffAsync(Memory<byte> buffer)
    {
        try
        {
            // What has arrived already is read without waiting. A reply that never pauses is left to the handler below,
            // which drops a connection that has too much left on it.
            var end = call.Elapsed + LongestBreakOff;
            for (var read = 0; read < FewestReadsToBreakOff || (read < MostReadsToBreakOff && call.Elapsed < end); read++)
            {
                using var givenUp = new CancellationTokenSource();
                var pending = inner.ReadAsync(buffer, givenUp.Token).AsTask();
                if (!pending.IsCompleted)
                {
                    Observe(pending);
                    givenUp.Cancel();
                    if (!pending.IsCompletedSuccessfully)
                    {
                        return;
                    }
                }

                if (await pending.ConfigureAwait(false) == 0)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (TransportFailures.IsTransport(exception) || exception is OperationCanceledException)
        {
            // The read has ended by itself.
        }
    }

    private static void Observe(Task pending) =>
        _ = pending.ContinueWith(static read => read.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private int Counted(int read)
    {
        _read += read;
        return _read <= _limit ? read : throw Counted(ReplyFailures.TooLarge(call, _limit));
    }

    private HevlayerException Counted(HevlayerException failure)
    {
        failure.Attempts = call.Attempts;
        return failure;
    }
}
