namespace Hevlayer.Conventions.Tests.Snippets;

/// <summary>
/// Stands before the client's options where a snippet reads them from the environment, and so has no other way to a clock of
/// its own: the same options, with nothing left to wait for.
/// </summary>
internal static class EnvironmentWithoutPauses
{
    public static HevlayerClientOptions FromEnvironment()
    {
        var options = HevlayerClientOptions.FromEnvironment();
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Polling.StatusCacheTime = TimeSpan.Zero;
        return options;
    }
}
