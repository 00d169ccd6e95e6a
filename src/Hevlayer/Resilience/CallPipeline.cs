using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Hevlayer;

/// <summary>The total deadline around the retries around the deadline of one attempt, on the client's own clock.</summary>
internal static class CallPipeline
{
    public static readonly ResiliencePropertyKey<CallState> StateKey = new("hevlayer.call");

    public static ResiliencePipeline<HttpResponseMessage> Build(HevlayerClientOptions options, Func<double> random, CallLog log)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider };
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = static arguments => new(StateOf(arguments.Context).GatewayTime),
        });
        if (options.Retry.MaxAttempts > 1)
        {
            builder.AddRetry(Retry(options, random, log));
        }

        return builder
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(StateOf(arguments.Context).AttemptTimeout),
            })
            .Build();
    }

    /// <summary>One attempt at turbopuffer, in what is left of the total time.</summary>
    public static ResiliencePipeline<HttpResponseMessage> BuildDirect(HevlayerClientOptions options) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(DirectTime(StateOf(arguments.Context))),
            })
            .Build();

    // Zero would switch the time-out off.
    private static TimeSpan DirectTime(CallState call) =>
        TimeSpan.FromTicks(Math.Clamp(call.TimeLeft.Ticks, TimeSpan.TicksPerMillisecond, call.AttemptTimeout.Ticks));

    private static CallState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    private static RetryStrategyOptions<HttpResponseMessage> Retry(HevlayerClientOptions options, Func<double> random, CallLog log) => new()
    {
        MaxRetryAttempts = options.Retry.MaxAttempts - 1,
        ShouldHandle = arguments => new(PlanNext(StateOf(arguments.Context), arguments.Outcome.Exception, random, log)),
        DelayGenerator = static arguments => new(StateOf(arguments.Context).LastPause),
    };

    private static bool PlanNext(CallState call, Exception? exception, Func<double> random, CallLog log)
    {
        if (exception is null || AttemptFailures.From(call, exception) is not { } failure)
        {
            return false;
        }

        if (RetryDecision.NextPause(call, failure, call.Elapsed, random()) is not { } pause)
        {
            return false;
        }

        call.Repeat(failure, pause);
        log.Repeating(call.Operation.Id, call.Attempts, failure.StatusCode, failure.Kind, pause);
        return true;
    }
}
