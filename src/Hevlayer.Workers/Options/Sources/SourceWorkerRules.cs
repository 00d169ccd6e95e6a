namespace Hevlayer.Workers;

/// <summary>What is wrong with options of a source worker.</summary>
internal static class SourceWorkerRules
{
    public static IEnumerable<string> Problems(SourceWorkerOptions options) =>
    [
        .. OfPipeline(options),
        .. OfMirrors(options),
        .. OptionProblems.OfCounts(
            (nameof(options.ReceiveLimit), options.ReceiveLimit),
            (nameof(options.MaxConcurrentDocuments), options.MaxConcurrentDocuments),
            (nameof(options.MaxChunksPerDocument), options.MaxChunksPerDocument),
            (nameof(options.MaxStagedBytes), options.MaxStagedBytes),
            ("Retry.MaxAttempts", options.Retry.MaxAttempts),
            ("Retry.MaxGatewayFailures", options.Retry.MaxGatewayFailures),
            ("Retry.MaxSourceFailures", options.Retry.MaxSourceFailures)),
        .. OptionProblems.OfTimes(
            (nameof(options.HandlerTimeout), options.HandlerTimeout),
            (nameof(options.SourceTimeout), options.SourceTimeout),
            (nameof(options.IdlePause), options.IdlePause),
            (nameof(options.MaxErrorPause), options.MaxErrorPause),
            (nameof(options.LivenessLimit), options.LivenessLimit)),
        .. OptionProblems.OfGrowingPause(("Retry.BaseDelay", options.Retry.BaseDelay), ("Retry.MaxDelay", options.Retry.MaxDelay)),
        .. OptionProblems.OfGrowingPause(("Retry.ReturnDelay", options.Retry.ReturnDelay), ("Retry.MaxReturnDelay", options.Retry.MaxReturnDelay)),
        .. OptionProblems.OfShutdown(options.Shutdown),
        .. OfLimitsTogether(options),
    ];

    private static IEnumerable<string> OfPipeline(SourceWorkerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PipelineId))
        {
            yield return $"{nameof(options.PipelineId)} is not set. Set the variable {WorkerVariables.PipelineId}, which the operator sets for workers of a pipeline.";
        }
    }

    private static IEnumerable<string> OfMirrors(SourceWorkerOptions options)
    {
        if (options.AlsoInto.Any(id => string.IsNullOrWhiteSpace(id) || id == options.PipelineId) || options.AlsoInto.Distinct(StringComparer.Ordinal).Count() < options.AlsoInto.Count)
        {
            yield return $"{nameof(options.AlsoInto)} names no pipeline, {nameof(options.PipelineId)}, or one pipeline twice.";
        }
    }

    private static IEnumerable<string> OfLimitsTogether(SourceWorkerOptions options)
    {
        if (options.MaxHeldMessages < options.MaxConcurrentDocuments)
        {
            yield return $"{nameof(options.MaxHeldMessages)} is {options.MaxHeldMessages}, less than {nameof(options.MaxConcurrentDocuments)}, which is {options.MaxConcurrentDocuments}.";
        }

        if (options.SkipUnchanged && options.Embedding.RowIds != RowIds.ByContent)
        {
            yield return $"{nameof(options.SkipUnchanged)} is set, and Embedding.{nameof(options.Embedding.RowIds)} is {options.Embedding.RowIds}: such rows do not tell what they were made from.";
        }

        if (options.LivenessLimit < options.MaxErrorPause + options.IdlePause)
        {
            yield return $"{nameof(options.LivenessLimit)} is {options.LivenessLimit}; a healthy loop may pause for {nameof(options.MaxErrorPause)} and {nameof(options.IdlePause)}, together {options.MaxErrorPause + options.IdlePause}.";
        }
    }
}
