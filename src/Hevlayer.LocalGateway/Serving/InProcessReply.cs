using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Hevlayer.Local;

/// <summary>An answer as a handler gives it, with the errors of a connection that is cut.</summary>
internal static class InProcessReply
{
    public static HttpResponseMessage Of(GatewayResponse answer, HttpRequestMessage request)
    {
        if (answer.Delivery == Delivery.Lost)
        {
            throw new HttpRequestException("The connection was reset by a fault of the local gateway.", new SocketException((int)SocketError.ConnectionReset));
        }

        var message = new HttpResponseMessage(answer.Status)
        {
            RequestMessage = request,
            Version = HttpVersion.Version11,
            Content = answer.Delivery == Delivery.Cut ? new StreamContent(new CutStream(answer.Body[..(answer.Body.Length / 2)])) : new ReadOnlyMemoryContent(answer.Body),
        };
        message.Content.Headers.ContentType = answer.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        message.Content.Headers.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
