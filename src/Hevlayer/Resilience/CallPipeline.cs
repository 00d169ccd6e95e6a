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
            TimeoutGenerator = static arguments => new(StateOf(arguments.Context).TotalTimeout),
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

        call.LastPause = pause;
        call.WasDraining = failure.Kind == FailureKind.Draining;
        log.Repeating(call.Operation.Id, call.Attempts, failure.StatusCode, failure.Kind, pause);
        return true;
    }
}
