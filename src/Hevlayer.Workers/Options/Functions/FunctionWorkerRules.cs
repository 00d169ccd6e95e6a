namespace Hevlayer.Workers;

/// <summary>What is wrong with options of a function worker.</summary>
internal static class FunctionWorkerRules
{
    public static IEnumerable<string> Problems(FunctionWorkerOptions options) =>
    [
        .. OfFunction(options),
        .. OfVersion(options),
        .. OptionProblems.OfCounts(
            (nameof(options.ClaimLimit), options.ClaimLimit),
            (nameof(options.MaxConcurrentRows), options.MaxConcurrentRows),
            ("Retry.MaxGatewayFailures", options.Retry.MaxGatewayFailures)),
        .. OptionProblems.OfTimes(
            (nameof(options.HandlerTimeout), options.HandlerTimeout),
            (nameof(options.VersionPatience), options.VersionPatience),
            (nameof(options.IdlePause), options.IdlePause),
            (nameof(options.MaxIdlePause), options.MaxIdlePause),
            (nameof(options.MaxErrorPause), options.MaxErrorPause),
            (nameof(options.LivenessLimit), options.LivenessLimit)),
        .. OptionProblems.OfGrowingPause(("Retry.BaseDelay", options.Retry.BaseDelay), ("Retry.MaxDelay", options.Retry.MaxDelay)),
        .. OptionProblems.OfShutdown(options.Shutdown),
        .. OfLimitsTogether(options),
        .. options.IsEmbedding ? EmbeddingRules.Problems(options.Embedding, options.HandlerTimeout) : [],
    ];

    private static IEnumerable<string> OfFunction(FunctionWorkerOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.FunctionId))
        {
            yield return $"{nameof(options.FunctionId)} is not set. Set the variable {WorkerVariables.FunctionId}, or name the function where the worker is registered.";
        }

        if (string.IsNullOrWhiteSpace(options.WorkerId))
        {
            yield return $"{nameof(options.WorkerId)} is empty. Set the variable {WorkerVariables.WorkerId}, or leave the option alone.";
        }

        if (options.Lease < TimeSpan.FromSeconds(1) || options.Lease > OptionProblems.LongestTime || options.Lease.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return $"{nameof(options.Lease)} is {options.Lease}; a lease has whole seconds, at least one and at most 49 days.";
        }

        foreach (var problem in options.Outputs.Select(OutputNames.Problem).OfType<string>())
        {
            yield return $"One of {nameof(options.Outputs)} {problem}.";
        }
    }

    private static IEnumerable<string> OfVersion(FunctionWorkerOptions options)
    {
        if (options.Version is not null && options.Spec?.Version is { } registered && !string.Equals(options.Version, registered, StringComparison.Ordinal))
        {
            yield return $"{nameof(options.Version)} is '{options.Version}', and the version that is registered is '{registered}': the worker would register what it does not compute.";
        }
    }

    private static IEnumerable<string> OfLimitsTogether(FunctionWorkerOptions options)
    {
        if (options.MaxHeldRows < options.MaxConcurrentRows)
        {
            yield return $"{nameof(options.MaxHeldRows)} is {options.MaxHeldRows}, less than {nameof(options.MaxConcurrentRows)}, which is {options.MaxConcurrentRows}.";
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
}
