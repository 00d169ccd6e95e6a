using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Carries requests of clients to the gateway and replies back, as well as the plan lets it.</summary>
internal sealed class WireNetwork(VirtualTime time, Random random, SimulatedNetwork network, Func<GatewayRequest, GatewayResponse> gateway)
{
    /// <summary>Makes one attempt of a call: the gateway carries it out when it arrives, whatever has become of the caller by then.</summary>
    /// <param name="request">The request.</param>
    /// <param name="caller">The process that sends it; it hears nothing while it is frozen.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<HttpResponseMessage> SendAsync(GatewayRequest request, SimulatedNode caller, CancellationToken cancellationToken)
    {
        // What awaits it goes on in place: replies arrive on no context.
        var reply = new TaskCompletionSource<HttpResponseMessage>();
        if (network.Happens(network.Plan.Resets / 2, SimulatedFault.Reset))
        {
            time.After(network.OneWay(), () => caller.RunBare(() => reply.TrySetException(Broken())));
        }
        else if (!network.Happens(network.Plan.LostRequests, SimulatedFault.LostRequest))
        {
            time.After(network.OneWay(), () => Arrive(request, caller, reply));
        }

        cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<HttpResponseMessage>)state!).TrySetCanceled(token), reply);
        return reply.Task;
    }

    private void Arrive(GatewayRequest request, SimulatedNode caller, TaskCompletionSource<HttpResponseMessage> reply)
    {
        network.Arriving();
        var answer = Answer(request);
        network.Arrived();
        if (network.Happens(network.Plan.LostReplies, SimulatedFault.LostReply))
        {
            return;
        }

        var isReset = network.Happens(network.Plan.Resets / 2, SimulatedFault.Reset);
        time.After(network.OneWay(), () => caller.RunBare(() =>
        {
            if (isReset)
            {
                reply.TrySetException(Broken());
            }
            else
            {
                reply.TrySetResult(Message(answer, caller));
            }
        }));
    }

    private GatewayResponse Answer(GatewayRequest request)
    {
        if (network.IsOut)
        {
            return OddReplies.OfOutage(random);
        }

        if (!network.Happens(network.Plan.OddReplies, SimulatedFault.OddReply))
        {
            return gateway(request);
        }

        // Whether the gateway has heard of the call is anybody's guess.
        var real = random.Next(2) == 0 ? gateway(request) : null;
        return OddReplies.Draw(random, real);
    }

    private HttpResponseMessage Message(GatewayResponse answer, SimulatedNode caller)
    {
        var message = new HttpResponseMessage(answer.Status) { Version = HttpVersion.Version11 };
        message.Content = network switch
        {
            _ when network.Happens(network.Plan.EndlessReplies, SimulatedFault.EndlessReply) => new StreamContent(DripStream.Endless(answer.Body, caller, time)),
            _ when network.Happens(network.Plan.SlowReplies, SimulatedFault.SlowReply) => new StreamContent(DripStream.Slow(answer.Body, caller, time, TimeSpan.FromSeconds(random.NextDouble() * 8))),
            _ => new ReadOnlyMemoryContent(answer.Body),
        };
        message.Content.Headers.ContentType = answer.ContentType is { } type ? MediaTypeHeaderValue.Parse(type) : null;
        foreach (var (name, value) in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static HttpRequestException Broken() =>
        new(HttpRequestError.ResponseEnded, "The connection was reset.", new IOException("reset", new SocketException((int)SocketError.ConnectionReset)));
}
