using Polly;
using Polly.Retry;

namespace Hevlayer;

/// <summary>
/// The retries of a call, on the client's own clock. Most calls need one attempt, so they are entered only with a first
/// attempt that has failed. Deadlines are the attempts' own: no attempt may go past the total one, and no pause is taken
/// that would.
/// </summary>
internal static class CallPipeline
{
    public static readonly ResiliencePropertyKey<CallState> StateKey = new("hevlayer.call");

    /// <summary>Null where nothing is repeated.</summary>
    public static ResiliencePipeline<HttpResponseMessage>? Build(HevlayerClientOptions options, Func<double> random, CallLog log) =>
        options.Retry.MaxAttempts == 1
            ? null
            : new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
                .AddRetry(Retry(options, random, log))
                .Build();

    private static CallState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    private static RetryStrategyOptions<HttpResponseMessage> Retry(HevlayerClientOptions options, Func<double> random, CallLog log) => new()
    {
        MaxRetryAttempts = options.Retry.MaxAttempts - 1,
        ShouldHandle = arguments => new(PlanNext(StateOf(arguments.Context), arguments.Outcome.Exception, random, log)),
        DelayGenerator = static arguments => new(StateOf(arguments.Context).LastPause),
    };

    private static bool PlanNext(CallState call, Exception? exception, Func<double> random, CallLog log)
    {
        // The caller's own cancellation is no failure of the call.
        if (exception is not HevlayerException failure || RetryDecision.NextPause(call, failure, call.Elapsed, random()) is not { } pause)
        {
            return false;
        }

        call.Repeat(failure, pause);
        log.Repeating(call.Operation.Id, call.Attempts, failure.StatusCode, failure.Kind, pause);
        return true;
    }
}
