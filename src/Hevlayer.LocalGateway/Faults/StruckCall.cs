using System.Globalization;
using System.Net;
using System.Text;

namespace Hevlayer.Local;

/// <summary>A call that a fault strikes.</summary>
internal static class StruckCall
{
    private const string WrongType = "text/html";

    /// <summary>Answers, and notes what the fault struck.</summary>
    /// <param name="struck">The fault.</param>
    /// <param name="subject">What the call is about; null where that is no pipeline.</param>
    /// <param name="work">Answers the call as if there were no fault.</param>
    /// <param name="clock">The gateway's clock.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    public static async ValueTask<GatewayResponse> AnswerAsync(AddedFault struck, CallSubject? subject, Func<ValueTask<GatewayResponse>> work, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (subject is null)
        {
            return await AnswerAsync(struck, work, clock, cancellationToken).ConfigureAwait(false);
        }

        GatewayResponse? real = null;
        struck.Strikes.Begin(subject, clock.GetUtcNow().UtcTicks);
        GatewayResponse answer;
        try
        {
            answer = await AnswerAsync(struck, async () => real = await work().ConfigureAwait(false), clock, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            struck.Strikes.End(subject);
        }

        if (struck.Fault.Effect is FaultEffect.Delay or FaultEffect.Stall)
        {
            struck.Strikes.Pass(subject);
        }
        else if (subject.IsClaim && real is not null)
        {
            struck.Strikes.Took(subject, DocumentsIn(real), clock.GetUtcNow().UtcTicks);
        }

        return answer;
    }

    private static IReadOnlyList<string> DocumentsIn(GatewayResponse claimed) =>
        claimed.Status == HttpStatusCode.OK ? WireJson.Read<ClaimDocumentsResponse>(claimed.Body.Span).Documents : [];

    private static async ValueTask<GatewayResponse> AnswerAsync(AddedFault struck, Func<ValueTask<GatewayResponse>> work, TimeProvider clock, CancellationToken cancellationToken)
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

    // What answers under these statuses has no body, whatever else is said.
    private static GatewayResponse Refusal(InjectedFault fault)
    {
        if (fault.Status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
        {
            return GatewayResponse.Empty(fault.Status);
        }

        var answer = fault.Body is { } text
            ? new GatewayResponse(fault.Status, Encoding.UTF8.GetBytes(text), GatewayResponse.JsonType)
            : GatewayResponse.Error(fault.Status, "injected_fault", string.Create(CultureInfo.InvariantCulture, $"a fault of the local gateway answers {(int)fault.Status}"));
        return answer with { ContentType = fault.ContentType ?? answer.ContentType };
    }
}
