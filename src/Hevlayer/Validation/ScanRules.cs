namespace Hevlayer;

/// <summary>What a scan must hold before it is sent.</summary>
internal static class ScanRules
{
    /// <summary>The request in the mode of the method that was called.</summary>
    /// <exception cref="ArgumentException">It asks for another mode.</exception>
    public static CreateScanRequest InMode(CreateScanRequest? request, ScanMode mode)
    {
        request ??= new();
        return request.Mode is { } asked && asked != mode
            ? throw new ArgumentException($"The mode is {asked}; leave it unset or set it to {mode} here.", nameof(request))
            : request with { Mode = mode };
    }
}
