using System.Buffers;
using System.Net;

namespace Hevlayer;

/// <summary>
/// A request's body, written once for all its attempts, in pooled memory. The memory goes back when the request has ended
/// and nobody is sending it any more: a transport that was given up may go on for a while.
/// </summary>
internal sealed class PooledRequestContent(byte[] buffer, int length) : HttpContent
{
    // The request itself is the first; 0 is the end.
    private int _users = 1;
    private int _isDisposed;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        ValueTask written;
        try
        {
            written = stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }
        catch
        {
            Leave();
            throw;
        }

        if (!written.IsCompletedSuccessfully)
        {
            return LeaveAfterAsync(written);
        }

        Leave();
        return Task.CompletedTask;
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            stream.Write(buffer, 0, length);
        }
        finally
        {
            Leave();
        }
    }

    protected override bool TryComputeLength(out long length1)
    {
        length1 = length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            Leave();
        }

        base.Dispose(disposing);
    }

    private async Task LeaveAfterAsync(ValueTask written)
    {
        try
        {
            await written.ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        var users = Volatile.Read(ref _users);
        while (true)
        {
            ObjectDisposedException.ThrowIf(users == 0, this);
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return;
            }

            users = seen;
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
