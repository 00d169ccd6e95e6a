using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>A server on a raw socket that answers each request as planned, however badly.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly TimeSpan DripInterval = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(10);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _firstReplySent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Task> _connections = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly Func<int, Reply> _plan;

    /// <summary>Takes a port but does not listen: until <see cref="Listen"/>, connections are refused.</summary>
    /// <param name="plan">The reply to each request, counted from 1.</param>
    public FaultServer(Func<int, Reply> plan)
    {
        _plan = plan;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");
    }

    public Uri Address { get; }

    /// <summary>Called for each request before it is answered.</summary>
    public Action? RequestSeen { get; set; }

    /// <summary>
    /// The key of the calls that are meant for this server. A port may have belonged to another server a moment ago, and
    /// what was meant for that one is neither answered nor counted.
    /// </summary>
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Ends when the bytes of the first reply are written.</summary>
    public Task FirstReplySent => _firstReplySent.Task;

    public void Listen()
    {
        _listener.Listen();
        _ = AcceptAsync();
    }

    /// <summary>Waits until the other side has closed its connections, all but a number.</summary>
    public async Task<bool> ConnectionsFallToAsync(int most)
    {
        using var limit = new CancellationTokenSource(CloseLimit);
        var expired = Task.Delay(Timeout.InfiniteTimeSpan, limit.Token);
        while (true)
        {
            var open = _connections.Where(static connection => !connection.IsCompleted).ToList();
            if (open.Count <= most || expired.IsCompleted)
            {
                return open.Count <= most;
            }

            await Task.WhenAny(open.Append(expired));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var number = 1; ; number++)
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                _connections.Enqueue(ServeAsync(socket, number));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server is being disposed.
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        // The accept loop goes on at once, whatever this connection does.
        await Task.Yield();
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                while (await AnswerAsync(socket, number))
                {
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The client closed the connection, or the server is being disposed.
            }
        }
    }

    private async Task<bool> AnswerAsync(Socket socket, int number)
    {
        var text = string.Empty;
        if (_plan(_requests.Count + 1).ReadsRequest)
        {
            text = await RequestReader.ReadAsync(socket, _stop.Token);
            if (text is null || !text.Contains(Key, StringComparison.Ordinal))
            {
                return false;
            }
        }

        _requests.Enqueue(new(number, text.Split('\r')[0]));
        var reply = _plan(_requests.Count);
        RequestSeen?.Invoke();
        await SendAsync(socket, reply.Bytes);
        _firstReplySent.TrySetResult();
        return await EndAsync(socket, reply);
    }

    private async Task<bool> EndAsync(Socket socket, Reply reply)
    {
        switch (reply.End)
        {
            case ReplyEnd.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            case ReplyEnd.Silence:
                while (await socket.ReceiveAsync(new byte[1024], _stop.Token) > 0)
                {
                }

                return false;
            case ReplyEnd.Drip:
                while (true)
                {
                    await Task.Delay(DripInterval, _stop.Token);
                    await SendAsync(socket, reply.Drop);
                }

            default:
                return reply.End == ReplyEnd.NextRequest;
        }
    }

    private async Task SendAsync(Socket socket, byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes.AsMemory(sent), _stop.Token);
        }
    }
}
