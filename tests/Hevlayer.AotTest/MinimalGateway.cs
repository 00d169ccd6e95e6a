using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hevlayer.AotTest;

/// <summary>
/// A server that answers the operation it was told to expect, when the request is one of that operation, and refuses all
/// else.
/// </summary>
internal sealed class MinimalGateway : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyDictionary<string, byte[]> _replies;
    private readonly Task _accepting;

    private MinimalGateway(IReadOnlyDictionary<string, byte[]> replies)
    {
        _replies = replies;
        _listener.Start();
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));
        _accepting = AcceptAsync();
    }

    public Uri BaseAddress { get; }

    /// <summary>The operation whose request comes next.</summary>
    public GatewayOperation? Expected { get; set; }

    /// <summary>Ids of the operations that were asked for rightly.</summary>
    public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

    public static MinimalGateway Start(IReadOnlyDictionary<string, byte[]> replies) => new(replies);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The listener has stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var request = await ReceivedRequest.ReadAsync(stream, _stopping.Token);
        var matches = Expected is { } operation && request.Matches(operation);
        var body = matches ? _replies[Expected!.Id] : [];
        if (matches)
        {
            Answered.Add(Expected!.Id);
        }

        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {(matches ? "200 OK" : "400 Bad Request")}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stopping.Token);
        await stream.WriteAsync(body, _stopping.Token);
    }
}
