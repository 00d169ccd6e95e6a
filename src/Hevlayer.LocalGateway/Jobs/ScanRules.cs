namespace Hevlayer.Local;

/// <summary>What a scan may ask for.</summary>
internal static class ScanRules
{
    public static void Check(CreateScanRequest request)
    {
        if (request.Fts is not null || request.HybridText is not null || request.Ann is not null)
        {
            throw GatewayFault.NotSimulated("the scan selectors fts, hybrid_text and ann are not simulated by the local gateway");
        }

        var mode = request.Mode ?? ScanMode.Ids;
        if (mode != ScanMode.Ids && mode != ScanMode.Count && mode != ScanMode.Values)
        {
            throw GatewayFault.Invalid($"unknown mode '{mode}': allowed are ids, count and values");
        }

        if (mode == ScanMode.Values && string.IsNullOrWhiteSpace(request.Field))
        {
            throw GatewayFault.Invalid("mode values needs field");
        }

        if (request.Source == ScanCountSource.Snapshot)
        {
            throw GatewayFault.PreconditionFailed("the local gateway serves no scan from a snapshot: leave source out");
        }

        CheckNumbers(request);
    }

    private static void CheckNumbers(CreateScanRequest request)
    {
        Local.Check.AtLeast(request.Threads ?? GatewayLimits.CreateScanRequest.MinThreads, GatewayLimits.CreateScanRequest.MinThreads, "threads");
        Local.Check.Between(
            request.PageSize ?? GatewayLimits.CreateScanRequest.DefaultPageSize,
            GatewayLimits.CreateScanRequest.MinPageSize,
            GatewayLimits.CreateScanRequest.MaxPageSize,
            "page_size");
        Local.Check.Between(
            request.TimeoutSeconds ?? GatewayLimits.CreateScanRequest.DefaultTimeoutSeconds,
            GatewayLimits.CreateScanRequest.MinTimeoutSeconds,
            GatewayLimits.CreateScanRequest.MaxTimeoutSeconds,
            "timeout_seconds");
    }
}
