namespace Hevlayer;

/// <summary>Waits until a pipeline's queue is drained.</summary>
internal static class DrainWait
{
    public static void Check(DrainOptions options, string name)
    {
        ArgumentNullException.ThrowIfNull(options, name);
        Require.Positive(options.PollInterval, $"{name}.PollInterval");
        Require.Positive(options.Timeout, $"{name}.Timeout");
        if (options.FinalStages is not { Count: > 0 } || options.FinalStages.Any(static stage => string.IsNullOrWhiteSpace(stage.Value)))
        {
            throw new ArgumentException("There must be at least one final stage, and each must have a name.", $"{name}.FinalStages");
        }

        Require.NotNegative(options.StatusCacheTime, $"{name}.StatusCacheTime");
        Require.NotNegative(options.FailureTolerance, $"{name}.FailureTolerance");
    }

    public static async Task<PipelineStatus> RunAsync(ClientScope scope, string pipelineId, DrainOptions options, IProgress<DrainProgress>? progress, CancellationToken cancellationToken)
    {
        var loop = new PollLoop(scope.Clock, options.PollInterval ?? scope.Polling.StatusInterval, options.Timeout, options.FailureTolerance);
        var cacheTime = options.StatusCacheTime ?? scope.Polling.StatusCacheTime;
        PipelineStatus? last = null;
        return await loop.UntilAsync(
            async token =>
            {
                var askedAfter = loop.Elapsed;
                last = await scope.Api.GetPipelineStatusAsync(pipelineId, options: scope.Call, cancellationToken: token).ConfigureAwait(false);
                progress?.Report(DrainRules.Progress(last, loop.Elapsed, options.FinalStages));
                return DrainRules.IsDrained(last, askedAfter, cacheTime, options.MinimumDocuments, options.FinalStages) ? last : null;
            },
            () => $"the pipeline '{pipelineId}' is not drained: {Describe(last)}.",
            cancellationToken).ConfigureAwait(false);
    }

    private static string Describe(PipelineStatus? status) =>
        status is null
            ? "the gateway gave no status"
            : FormattableString.Invariant($"{status.PendingCount} pending, {status.ProcessingCount} held by workers, {status.FailedCount} failed; by stage: {string.Join(", ", status.Counts.OrderBy(static stage => stage.Key, StringComparer.Ordinal).Select(static stage => $"{stage.Key} {stage.Value}"))}");
}
