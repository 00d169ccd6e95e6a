using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hevlayer.Wire.Tests.Fallback;

/// <summary>A server on a socket that takes note of each request and answers with the text it is given.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly Func<RawRequest, string?> _reply;
    private readonly Task _accepting;

    /// <param name="reply">The whole reply; null closes the connection without one.</param>
    public RawServer(Func<RawRequest, string?> reply)
    {
        _reply = reply;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<RawRequest> Requests => [.. _requests];

    public static RawServer Json(string body) => new(_ => Reply(200, body));

    public static string Reply(int status, string body, string contentType = "application/json", string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server was stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            var request = await ReadAsync(stream);
            _requests.Enqueue(request);
            if (_reply(request) is { } reply)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply));
            }
        }
        catch (IOException)
        {
            // The client went away.
        }
    }

    private static async Task<RawRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        while (!bytes.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            var one = new byte[1];
            await stream.ReadExactlyAsync(one);
            bytes.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("content-length", out var length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body);
        var start = lines[0].Split(' ');
        return new RawRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }
}
