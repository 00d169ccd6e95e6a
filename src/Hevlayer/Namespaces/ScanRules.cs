namespace Hevlayer;

/// <summary>What a scan must hold before it is sent.</summary>
internal static class ScanRules
{
    /// <summary>The selectors, bounds and sizes of a scan in a mode.</summary>
    /// <exception cref="ArgumentException">
    /// Several ranked selectors, or one that its mode or source does not allow; a missing field; both AsOf and Between; or a
    /// number out of range.
    /// </exception>
    public static CreateScanRequest Checked(CreateScanRequest request, ScanMode mode, string name)
    {
        CheckSelectors(request, mode, name);
        if (mode == ScanMode.Values)
        {
            Require.Id(request.Field ?? string.Empty, $"{name}.Field");
        }

        TimeWindowRules.Check(request.AsOf, request.Between, name);
        ExpressionRules.CheckFilter(request.Filters, $"{name}.Filters");
        Require.InRange(request.PageSize, GatewayLimits.CreateScanRequest.MinPageSize, GatewayLimits.CreateScanRequest.MaxPageSize, $"{name}.PageSize");
        Require.InRange(request.TimeoutSeconds, GatewayLimits.CreateScanRequest.MinTimeoutSeconds, GatewayLimits.CreateScanRequest.MaxTimeoutSeconds, $"{name}.TimeoutSeconds");
        Require.Positive(request.Threads, $"{name}.Threads");
        return request with { Mode = mode };
    }

    /// <summary>The request in the mode of the method that was called.</summary>
    /// <exception cref="ArgumentException">It asks for another mode.</exception>
    public static CreateScanRequest InMode(CreateScanRequest? request, ScanMode mode)
    {
        request ??= new();
        return request.Mode is { } asked && asked != mode
            ? throw new ArgumentException($"The mode is {asked}; leave it unset or set it to {mode} here.", nameof(request))
            : Checked(request, mode, nameof(request));
    }

    private static void CheckSelectors(CreateScanRequest request, ScanMode mode, string name)
    {
        string[] ranked =
        [
            .. request.Fts is null ? [] : new[] { nameof(request.Fts) },
            .. request.HybridText is null ? [] : new[] { nameof(request.HybridText) },
            .. request.Ann is null ? [] : new[] { nameof(request.Ann) },
        ];
        if (ranked.Length == 0)
        {
            return;
        }

        if (ranked.Length > 1)
        {
            throw new ArgumentException($"{ranked.Length} of Fts, HybridText and Ann are set; at most one of them is allowed.", name);
        }

        if (mode == ScanMode.Ids)
        {
            throw new ArgumentException($"The selector is set in the mode {mode}; Fts, HybridText and Ann are allowed in the modes count and values.", $"{name}.{ranked[0]}");
        }

        if (request.Source == ScanCountSource.Cache || request.Source == ScanCountSource.Snapshot)
        {
            throw new ArgumentException($"The source is {request.Source} and {ranked[0]} is set; with Fts, HybridText or Ann the source is auto or origin.", $"{name}.Source");
        }
    }
}
