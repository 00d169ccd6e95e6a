namespace Hevlayer.Workers;

/// <summary>What is wrong with options of a worker.</summary>
internal static class DocumentWorkerRules
{
    public static IEnumerable<string> Problems(DocumentWorkerOptions options) =>
        [.. OfWorker(options), .. OfLimits(options), .. OfRetry(options.Retry), .. OfLedger(options.Ledger), .. OptionProblems.OfShutdown(options.Shutdown), .. EmbeddingRules.Problems(options.Embedding, options.HandlerTimeout)];

    private static IEnumerable<string> OfWorker(DocumentWorkerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PipelineId))
        {
            yield return $"{nameof(options.PipelineId)} is not set. Set the variable {WorkerVariables.PipelineId}, which the operator sets for workers of a pipeline.";
        }

        if (string.IsNullOrWhiteSpace(options.WorkerId))
        {
            yield return $"{nameof(options.WorkerId)} is empty. Set the variable {WorkerVariables.WorkerId}, or leave the option alone.";
        }

        if (string.IsNullOrWhiteSpace(options.Stage) || string.IsNullOrWhiteSpace(options.ClaimStage))
        {
            yield return $"{nameof(options.Stage)} and {nameof(options.ClaimStage)} must have a name.";
        }
        else if (string.Equals(options.Stage, options.ClaimStage, StringComparison.Ordinal))
        {
            yield return $"{nameof(options.Stage)} and {nameof(options.ClaimStage)} are both '{options.Stage}': a document that is held must be in a stage of its own.";
        }

        if (options.Lease < TimeSpan.FromSeconds(1) || options.Lease > OptionProblems.LongestTime || options.Lease.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return $"{nameof(options.Lease)} is {options.Lease}; a lease has whole seconds, at least one and at most 49 days.";
        }
    }

    private static IEnumerable<string> OfLimits(DocumentWorkerOptions options) =>
    [
        .. OptionProblems.OfCounts(
            (nameof(options.ClaimLimit), options.ClaimLimit),
            (nameof(options.MaxConcurrentDocuments), options.MaxConcurrentDocuments),
            (nameof(options.MaxBufferedBytes), options.MaxBufferedBytes),
            (nameof(options.MaxWriteBytes), options.MaxWriteBytes),
            ($"Writes.{nameof(options.Writes.MaxRows)}", options.Writes.MaxRows),
            ($"Writes.{nameof(options.Writes.MaxConcurrent)}", options.Writes.MaxConcurrent)),
        .. OptionProblems.OfTimes(
            (nameof(options.HandlerTimeout), options.HandlerTimeout),
            (nameof(options.IdlePause), options.IdlePause),
            (nameof(options.MaxIdlePause), options.MaxIdlePause),
            (nameof(options.MaxErrorPause), options.MaxErrorPause),
            (nameof(options.LateWriteDelay), options.LateWriteDelay),
            (nameof(options.LivenessLimit), options.LivenessLimit)),
        .. OfLimitsTogether(options),
    ];

    private static IEnumerable<string> OfLimitsTogether(DocumentWorkerOptions options)
    {
        if (options.Writes.MaxDelay < TimeSpan.Zero || options.Writes.MaxDelay > TimeSpan.FromMinutes(1))
        {
            yield return $"Writes.{nameof(options.Writes.MaxDelay)} is {options.Writes.MaxDelay}; it must be from zero to one minute.";
        }

        if (options.MaxHeldDocuments < options.MaxConcurrentDocuments)
        {
            yield return $"{nameof(options.MaxHeldDocuments)} is {options.MaxHeldDocuments}, less than {nameof(options.MaxConcurrentDocuments)}, which is {options.MaxConcurrentDocuments}.";
        }

        if (options.MaxIdlePause < options.IdlePause)
        {
            yield return $"{nameof(options.MaxIdlePause)} is {options.MaxIdlePause}, less than {nameof(options.IdlePause)}, which is {options.IdlePause}.";
        }

        if (options.LivenessLimit < options.MaxErrorPause + options.MaxIdlePause)
        {
            yield return $"{nameof(options.LivenessLimit)} is {options.LivenessLimit}; a healthy loop may pause for {nameof(options.MaxErrorPause)} and {nameof(options.MaxIdlePause)}, together {options.MaxErrorPause + options.MaxIdlePause}.";
        }
    }

    private static IEnumerable<string> OfRetry(DocumentRetryOptions retry)
    {
        if (retry.MaxAttempts < 1 || retry.MaxGatewayFailures < 1)
        {
            yield return $"Retry.{nameof(retry.MaxAttempts)} is {retry.MaxAttempts} and Retry.{nameof(retry.MaxGatewayFailures)} is {retry.MaxGatewayFailures}; both must be at least 1.";
        }

        if (retry.MaxCrashes < 1 || retry.SharedTroubleTolerance < TimeSpan.Zero)
        {
            yield return $"Retry.{nameof(retry.MaxCrashes)} is {retry.MaxCrashes} and must be at least 1; Retry.{nameof(retry.SharedTroubleTolerance)} is {retry.SharedTroubleTolerance} and must not be negative.";
        }

        foreach (var problem in OptionProblems.OfGrowingPause(("Retry.BaseDelay", retry.BaseDelay), ("Retry.MaxDelay", retry.MaxDelay)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> OfLedger(LedgerOptions ledger) =>
    [
        .. OptionProblems.OfCounts(($"Ledger.{nameof(ledger.MaxWriteAttempts)}", ledger.MaxWriteAttempts)),
        .. OptionProblems.OfTimes(($"Ledger.{nameof(ledger.CheckInterval)}", ledger.CheckInterval)),
        .. ledger.Namespace is { } name && string.IsNullOrWhiteSpace(name) ? [$"Ledger.{nameof(ledger.Namespace)} is empty; null stands for the pipeline's own."] : Array.Empty<string>(),
    ];
}
