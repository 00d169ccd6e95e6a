using System.Globalization;
using System.Text;

namespace Hevlayer.Local;

/// <summary>A call that a fault strikes.</summary>
internal static class StruckCall
{
    private const string WrongType = "text/html";

    /// <summary>Waits as the fault says, and answers.</summary>
    /// <param name="struck">The fault.</param>
    /// <param name="work">Answers the call as if there were no fault.</param>
    /// <param name="clock">The gateway's clock.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public static async ValueTask<GatewayResponse> AnswerAsync(AddedFault struck, Func<ValueTask<GatewayResponse>> work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (WaitOf(struck.Fault) is { } wait)
        {
            await struck.Removed.WaitAsync(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var answer = Before(struck.Fault) ?? After(struck.Fault, await work().ConfigureAwait(false));
        return (struck.Fault.RetryAfter is { } pause ? answer.With("Retry-After", (long)Math.Ceiling(pause.TotalSeconds)) : answer) with { FaultId = struck.Id };
    }

    private static TimeSpan? WaitOf(InjectedFault fault) => fault switch
    {
        { Effect: FaultEffect.Stall } => Timeout.InfiniteTimeSpan,
        { Delay.Ticks: > 0 } => fault.Delay,
        _ => null,
    };

    private static GatewayResponse? Before(InjectedFault fault) => fault.Effect switch
    {
        FaultEffect.Status => Refusal(fault),
        FaultEffect.Reset => GatewayResponse.Empty(fault.Status) with { Delivery = Delivery.Lost },
        _ => null,
    };

    private static GatewayResponse After(InjectedFault fault, GatewayResponse answer) => fault.Effect switch
    {
        FaultEffect.CutBody => answer with { Delivery = Delivery.Cut },
        FaultEffect.LoseReply => answer with { Delivery = Delivery.Lost },
        FaultEffect.ContentType => answer with
        {
            ContentType = fault.ContentType ?? WrongType,
            Body = fault.Body is { } text ? Encoding.UTF8.GetBytes(text) : answer.Body,
        },
        _ => answer,
    };

    private static GatewayResponse Refusal(InjectedFault fault)
    {
        var answer = fault.Body is { } text
            ? new GatewayResponse(fault.Status, Encoding.UTF8.GetBytes(text), GatewayResponse.JsonType)
            : GatewayResponse.Error(fault.Status, "injected_fault", string.Create(CultureInfo.InvariantCulture, $"a fault of the local gateway answers {(int)fault.Status}"));
        return answer with { ContentType = fault.ContentType ?? answer.ContentType };
    }
}
