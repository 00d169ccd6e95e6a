using Polly;
using Polly.Retry;

namespace Hevlayer;

/// <summary>
/// The retries of a call, on the client's own clock, as <see cref="RetryRule"/> has them. Most calls need only one attempt,
/// so they are entered only with a first attempt that has failed. Deadlines are the attempts' own: no attempt may go past
/// the total one, and no pause is taken that would.
/// </summary>
internal static class CallPipeline
{
    public static readonly ResiliencePropertyKey<CallState> StateKey = new("hevlayer.call");

    /// <summary>Null where nothing is retried.</summary>
    public static ResiliencePipeline<HttpResponseMessage>? Build(HevlayerClientOptions options, CallLog log) =>
        options.Retry.MaxAttempts == 1
            ? null
            : new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider }
                .AddRetry(new()
                {
                    MaxRetryAttempts = options.Retry.MaxAttempts - 1,
                    ShouldHandle = static arguments => new(IsRetried(StateOf(arguments.Context), arguments.Outcome.Exception)),
                    DelayGenerator = static arguments => new(PauseAfter(StateOf(arguments.Context), arguments.Outcome.Exception)),
                    OnRetry = arguments => TakeNote(StateOf(arguments.Context), arguments, log),
                })
                .Build();

    private static CallState StateOf(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    // Anything else is the caller's own cancellation or a programming error, and no failure of the call.
    private static bool IsRetried(CallState call, Exception? exception) =>
        exception is HevlayerException failure && RetryRule.NextPause(call, failure, call.Elapsed, call.Random) is not null;

    private static TimeSpan? PauseAfter(CallState call, Exception? exception) =>
        exception is HevlayerException failure ? RetryRule.Pause(call, failure, call.Random) : null;

    private static ValueTask TakeNote(CallState call, OnRetryArguments<HttpResponseMessage> arguments, CallLog log)
    {
        if (arguments.Outcome.Exception is HevlayerException failure)
        {
            call.Retry(failure, arguments.RetryDelay);
            log.Retrying(call.Operation.Id, call.Attempts, failure.StatusCode, failure.Kind, arguments.RetryDelay);
        }

        return ValueTask.CompletedTask;
    }
}
