namespace Hevlayer.Indexer;

/// <summary>Runs a program to its end.</summary>
internal static class OrderlyRun
{
    /// <summary>Runs until the program is told to end, and ends well even when it is told so while it still starts.</summary>
    public static async Task RunOrderlyAsync(this WebApplication app)
    {
        var (started, stopping) = (app.Lifetime.ApplicationStarted, app.Lifetime.ApplicationStopping);
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !started.IsCancellationRequested)
        {
            // The host takes this for a failed start. Nothing is left behind: workers begin when the host has started.
        }
    }
}
