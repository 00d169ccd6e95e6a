using System.Net;
using System.Net.Sockets;

namespace Hevlayer.Tests.Shared;

/// <summary>
/// An address where connections are refused. Its port is bound for good and never listens: a port that was merely free a
/// moment ago may be the next one another test listens on.
/// </summary>
internal static class Nobody
{
    private static readonly Socket Deaf = Bind();

    public static Uri Address { get; } = new($"http://127.0.0.1:{((IPEndPoint)Deaf.LocalEndPoint!).Port}");

    private static Socket Bind()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
