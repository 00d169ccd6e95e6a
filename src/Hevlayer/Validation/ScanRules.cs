namespace Hevlayer;

/// <summary>What a scan must hold before it is sent.</summary>
internal static class ScanRules
{
    private const int LargestPage = 10_000;
    private const int LongestSeconds = 300;

    /// <summary>The selectors, bounds and sizes of a scan.</summary>
    /// <exception cref="ArgumentException">Several ranked selectors, both AsOf and Between, or a number out of range.</exception>
    public static CreateScanRequest Checked(CreateScanRequest request, string name)
    {
        var ranked = (request.Fts is null ? 0 : 1) + (request.HybridText is null ? 0 : 1) + (request.Ann is null ? 0 : 1);
        if (ranked > 1)
        {
            throw new ArgumentException($"{ranked} of Fts, HybridText and Ann are set; at most one of them is allowed.", name);
        }

        TimeWindowRules.Check(request.AsOf, request.Between, name);
        ExpressionRules.CheckFilter(request.Filters, $"{name}.Filters");
        Require.InRange(request.PageSize, 1, LargestPage, $"{name}.PageSize");
        Require.InRange(request.TimeoutSeconds, 1, LongestSeconds, $"{name}.TimeoutSeconds");
        Require.Positive(request.Threads, $"{name}.Threads");
        return request;
    }

    /// <summary>The request in the mode of the method that was called.</summary>
    /// <exception cref="ArgumentException">It asks for another mode.</exception>
    public static CreateScanRequest InMode(CreateScanRequest? request, ScanMode mode)
    {
        request ??= new();
        return request.Mode is { } asked && asked != mode
            ? throw new ArgumentException($"The mode is {asked}; leave it unset or set it to {mode} here.", nameof(request))
            : Checked(request, nameof(request)) with { Mode = mode };
    }
}
