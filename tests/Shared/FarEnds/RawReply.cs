using System.Net.Sockets;
using System.Text;

namespace Hevlayer.Tests.Shared;

/// <summary>Scripts for <see cref="RawServer"/>.</summary>
internal static class RawReply
{
    public static Func<Socket, CancellationToken, Task> Json(string json, int status = 200, string headers = "", string type = "application/json") =>
        Text($"HTTP/1.1 {status} Some reason\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n{headers}\r\n{json}");

    /// <summary>Sends a text as it stands and closes the connection.</summary>
    public static Func<Socket, CancellationToken, Task> Text(string text) =>
        (socket, stop) => SendAsync(socket, text, stop);

    /// <summary>Takes the request and closes the connection without a reply.</summary>
    public static Task Close(Socket socket, CancellationToken stop) => SendAsync(socket, string.Empty, stop);

    /// <summary>Takes the request and drops the connection without a word.</summary>
    public static Task Reset(Socket socket, CancellationToken stop)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    /// <summary>Promises a body and closes the connection before its end.</summary>
    public static Task CutShort(Socket socket, CancellationToken stop) =>
        SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"status\":", stop);

    /// <summary>Takes the request and never answers.</summary>
    public static Task Silence(Socket socket, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Begins a body and then stands still.</summary>
    public static async Task Stall(Socket socket, CancellationToken stop)
    {
        await SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"status\":", stop, close: false);
        await Task.Delay(Timeout.Infinite, stop);
    }

    private static async Task SendAsync(Socket socket, string text, CancellationToken stop, bool close = true)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), stop);
        if (close)
        {
            socket.Shutdown(SocketShutdown.Send);
        }
    }
}
