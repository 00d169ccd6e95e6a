using System.Text.Json;

namespace Hevlayer;

/// <summary>Compares and joins specifications of functions.</summary>
internal static class FunctionSpecs
{
    /// <summary>The first member in which a function differs from what is wanted; null when it does not.</summary>
    // The gateway fills in defaults, so only what was asked for is compared.
    public static string? FirstDifference(UdfSpec existing, UdfSpec wanted) => FirstDifference(
        JsonSerializer.SerializeToElement(wanted, HevlayerJsonContext.Default.UdfSpec),
        JsonSerializer.SerializeToElement(existing, HevlayerJsonContext.Default.UdfSpec),
        "spec");

    /// <summary>What is wanted; what it leaves open stays as it is.</summary>
    public static UdfSpec Join(UdfSpec existing, UdfSpec wanted) => new()
    {
        IndexSelector = wanted.IndexSelector ?? existing.IndexSelector,
        TargetNamespaces = wanted.TargetNamespaces ?? existing.TargetNamespaces,
        Inputs = wanted.Inputs ?? existing.Inputs,
        Version = wanted.Version ?? existing.Version,
        Filter = wanted.Filter ?? existing.Filter,
        Worker = Join(existing.Worker, wanted.Worker),
        Schedule = Join(existing.Schedule, wanted.Schedule),
        Retry = Join(existing.Retry, wanted.Retry),
        Triggers = wanted.Triggers ?? existing.Triggers,
        Invalidates = wanted.Invalidates ?? existing.Invalidates,
    };

    private static UdfWorkerSpec Join(UdfWorkerSpec existing, UdfWorkerSpec wanted) => new()
    {
        Image = wanted.Image ?? existing.Image,
        Url = wanted.Url ?? existing.Url,
        Port = wanted.Port ?? existing.Port,
        BatchSize = wanted.BatchSize ?? existing.BatchSize,
        TimeoutSeconds = wanted.TimeoutSeconds ?? existing.TimeoutSeconds,
        PodSpec = wanted.PodSpec ?? existing.PodSpec,
    };

    private static UdfScheduleSpec? Join(UdfScheduleSpec? existing, UdfScheduleSpec? wanted) => wanted is null || existing is null ? wanted ?? existing : new()
    {
        DiscoveryIntervalSeconds = wanted.DiscoveryIntervalSeconds ?? existing.DiscoveryIntervalSeconds,
        LeaseSeconds = wanted.LeaseSeconds ?? existing.LeaseSeconds,
        MaxInFlightBatches = wanted.MaxInFlightBatches ?? existing.MaxInFlightBatches,
        MaxConcurrentScans = wanted.MaxConcurrentScans ?? existing.MaxConcurrentScans,
    };

    private static UdfRetrySpec? Join(UdfRetrySpec? existing, UdfRetrySpec? wanted) => wanted is null || existing is null ? wanted ?? existing : new()
    {
        MaxAttempts = wanted.MaxAttempts ?? existing.MaxAttempts,
        InitialBackoffSeconds = wanted.InitialBackoffSeconds ?? existing.InitialBackoffSeconds,
        MaxBackoffSeconds = wanted.MaxBackoffSeconds ?? existing.MaxBackoffSeconds,
    };

    private static string? FirstDifference(JsonElement want, JsonElement have, string path)
    {
        if (want.ValueKind != JsonValueKind.Object || have.ValueKind != JsonValueKind.Object)
        {
            return JsonElement.DeepEquals(want, have) ? null : path;
        }

        foreach (var member in want.EnumerateObject())
        {
            var memberPath = $"{path}.{member.Name}";
            var difference = have.TryGetProperty(member.Name, out var value)
                ? FirstDifference(member.Value, value, memberPath)
                : memberPath;
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }
}
