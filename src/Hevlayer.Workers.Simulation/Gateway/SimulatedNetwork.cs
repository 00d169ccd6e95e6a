using System.Net;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>Carries calls to the gateway and replies back, as well as the plan lets it.</summary>
internal sealed class SimulatedNetwork(VirtualTime time, Random random, FaultCount faults)
{
    // Within the drain time: what is later than that, no worker can wait for.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(18);
    private static readonly HttpStatusCode[] OutageStatuses =
        [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout];

    // What a proxy, a login page or a balancer says; 200 stands for a body that is not the gateway's.
    private static readonly int[] OddStatuses = [200, 302, 400, 402, 404, 407, 408, 409, 422, 501, 520];

    private readonly Queue<Action> _before = [];
    private readonly Queue<Action> _after = [];
    private TimeSpan _outageUntil;

    /// <summary>How calls fare from now on.</summary>
    public NetworkPlan Plan { get; set; } = NetworkPlan.Calm;

    /// <summary>Whether the gateway answers every call with an error now.</summary>
    public bool IsOut => time.Elapsed < _outageUntil;

    /// <summary>Has something happen right before or right after the next call arrives.</summary>
    public void AtNextCall(Action action, bool isAfter) => (isAfter ? _after : _before).Enqueue(action);

    /// <summary>A call arrives at the gateway.</summary>
    public void Arriving() => RunAll(_before);

    /// <summary>The gateway has carried a call out.</summary>
    public void Arrived() => RunAll(_after);

    /// <summary>The gateway answers every call with an error for a time.</summary>
    public void BreakGateway(TimeSpan length)
    {
        faults.Add(SimulatedFault.Outage);
        _outageUntil = time.Elapsed + length;
    }

    /// <summary>Makes a call: the gateway carries it out when it arrives, whatever has become of the caller by then.</summary>
    public Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        var reply = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Happens(Plan.LostRequests, SimulatedFault.LostRequest))
        {
            time.After(OneWay(), () => Arrive(call, reply));
        }

        time.After(Plan.CallTimeout, () => reply.TrySetException(
            new HevlayerTimeoutException("No reply came.") { IsTransient = true }));
        cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<T>)state!).TrySetCanceled(token), reply);
        return reply.Task;
    }

    private void Arrive<T>(Func<T> call, TaskCompletionSource<T> reply)
    {
        Action answer;
        Arriving();
        if (IsOut)
        {
            var status = OutageStatuses[random.Next(OutageStatuses.Length)];
            answer = () => reply.TrySetException(Refusal(status, "upstream_error", "The gateway has trouble.", isTransient: true));
        }
        else if (Happens(Plan.OddReplies, SimulatedFault.OddReply))
        {
            // Whether the gateway has heard of the call is anybody's guess.
            if (random.Next(2) == 0)
            {
                CarryOut(call);
            }

            var status = OddStatuses[random.Next(OddStatuses.Length)];
            answer = () => reply.TrySetException(new HevlayerException($"Somebody answered {status}.") { StatusCode = (HttpStatusCode)status });
        }
        else
        {
            try
            {
                var result = call();
                answer = () => reply.TrySetResult(result);
            }
            catch (GatewayFault fault)
            {
                answer = () => reply.TrySetException(Refusal(fault.Status, fault.Code, fault.Message, fault.Status == HttpStatusCode.TooManyRequests || (int)fault.Status >= 500));
            }
            catch (MessageLostException lost)
            {
                answer = () => reply.TrySetException(lost);
            }
        }

        Arrived();
        if (Happens(Plan.Resets, SimulatedFault.Reset))
        {
            time.After(OneWay(), () => reply.TrySetException(new HevlayerConnectionException("The connection was reset.") { IsTransient = true }));
        }
        else if (!Happens(Plan.LostReplies, SimulatedFault.LostReply))
        {
            time.After(OneWay(), answer);
        }
    }

    private static void CarryOut<T>(Func<T> call)
    {
        try
        {
            call();
        }
        catch (Exception exception) when (exception is GatewayFault or MessageLostException)
        {
            // Nobody hears of it.
        }
    }

    /// <summary>How long a call or a reply is on its way.</summary>
    public TimeSpan OneWay() => Happens(Plan.Delays, SimulatedFault.Delay)
        ? LongestDelay * random.NextDouble()
        : Plan.Latency * (0.5 + random.NextDouble());

    /// <summary>Whether a fault happens now, which is counted then.</summary>
    public bool Happens(double share, SimulatedFault fault)
    {
        var happens = share > 0 && random.NextDouble() < share;
        if (happens)
        {
            faults.Add(fault);
        }

        return happens;
    }

    private static void RunAll(Queue<Action> actions)
    {
        while (actions.TryDequeue(out var action))
        {
            action();
        }
    }

    private static HevlayerException Refusal(HttpStatusCode status, string code, string message, bool isTransient) =>
        new(message) { StatusCode = status, Code = code, IsTransient = isTransient, HasGatewayBody = true };
}
