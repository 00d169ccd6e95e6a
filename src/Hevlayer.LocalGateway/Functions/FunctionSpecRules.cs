namespace Hevlayer.Local;

/// <summary>Checks the specification of a function, and fills in its defaults.</summary>
internal static class FunctionSpecRules
{
    private const string DefaultVersion = "v1";
    private const long LongestSeconds = 365L * 24 * 60 * 60;

    public static UdfSpec Complete(UdfSpec spec)
    {
        FilterParser.Parse(spec.Filter);
        return spec with
        {
            TargetNamespaces = Names(spec.TargetNamespaces, "target_namespaces"),
            Inputs = Names(spec.Inputs, "inputs"),
            Invalidates = Names(spec.Invalidates, "invalidates"),
            Version = spec.Version ?? DefaultVersion,
            Schedule = Complete(spec.Schedule ?? new UdfScheduleSpec()),
            Retry = Complete(spec.Retry ?? new UdfRetrySpec()),
            Triggers = [.. (spec.Triggers ?? [UdfTrigger.Discovery]).Select(Known)],
            Worker = spec.Worker with
            {
                BatchSize = spec.Worker.BatchSize ?? GatewayLimits.UdfWorkerSpec.DefaultBatchSize,
                TimeoutSeconds = spec.Worker.TimeoutSeconds ?? GatewayLimits.UdfWorkerSpec.DefaultTimeoutSeconds,
            },
        };
    }

    private static UdfScheduleSpec Complete(UdfScheduleSpec schedule) => new()
    {
        DiscoveryIntervalSeconds = Seconds(schedule.DiscoveryIntervalSeconds ?? GatewayLimits.UdfScheduleSpec.DefaultDiscoveryIntervalSeconds, 1, "schedule.discovery_interval_seconds"),
        LeaseSeconds = Seconds(schedule.LeaseSeconds ?? GatewayLimits.UdfScheduleSpec.DefaultLeaseSeconds, 1, "schedule.lease_seconds"),
        MaxInFlightBatches = schedule.MaxInFlightBatches ?? GatewayLimits.UdfScheduleSpec.DefaultMaxInFlightBatches,
        MaxConcurrentScans = schedule.MaxConcurrentScans ?? GatewayLimits.UdfScheduleSpec.DefaultMaxConcurrentScans,
    };

    private static UdfRetrySpec Complete(UdfRetrySpec retry) => new()
    {
        MaxAttempts = Check.AtLeast(retry.MaxAttempts ?? GatewayLimits.UdfRetrySpec.DefaultMaxAttempts, 1, "retry.max_attempts"),
        InitialBackoffSeconds = Seconds(retry.InitialBackoffSeconds ?? GatewayLimits.UdfRetrySpec.DefaultInitialBackoffSeconds, 0, "retry.initial_backoff_seconds"),
        MaxBackoffSeconds = Seconds(retry.MaxBackoffSeconds ?? GatewayLimits.UdfRetrySpec.DefaultMaxBackoffSeconds, 0, "retry.max_backoff_seconds"),
    };

    public static long Seconds(long value, long least, string field) => Check.Between(value, least, LongestSeconds, field);

    private static string[] Names(IReadOnlyList<string>? names, string field) =>
        [.. (names ?? []).Select(name => Check.NotEmpty(name, field)).Distinct(StringComparer.Ordinal)];

    private static UdfTrigger Known(UdfTrigger trigger) => trigger == UdfTrigger.Discovery || trigger == UdfTrigger.Write
        ? trigger
        : throw GatewayFault.Invalid($"unknown trigger '{trigger}': allowed are discovery and write");
}
