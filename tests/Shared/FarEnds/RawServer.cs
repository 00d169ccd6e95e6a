using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hevlayer.Tests.Shared;

/// <summary>
/// A server of plain sockets: sees requests exactly as they were sent and can break off at any byte. It takes one request
/// a connection; each is answered by the next script, and the last script repeats.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly Func<Socket, CancellationToken, Task>[] _scripts;
    private readonly Task _loop;

    public RawServer(params Func<Socket, CancellationToken, Task>[] scripts)
    {
        _scripts = scripts;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (await ReadAsync(socket) is { } request)
                {
                    _requests.Enqueue(request);
                    await _scripts[Math.Min(_requests.Count, _scripts.Length) - 1](socket, _stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<SentRequest?> ReadAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            length += read;
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            if (text.Split("\r\n\r\n", 2) is [var head, var body] && Parse(head) is var request
                && Encoding.UTF8.GetByteCount(body) >= int.Parse(request.Headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture))
            {
                return request with { Body = body };
            }

            if (read == 0)
            {
                return null;
            }
        }
    }

    private static SentRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new SentRequest(first[0], first[1], headers, string.Empty);
    }
}
