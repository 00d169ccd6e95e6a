namespace Hevlayer;

/// <summary>How long to pause before the next attempt.</summary>
internal static class RetryDelay
{
    private const double Growth = 3;

    /// <summary>
    /// Decorrelated jitter: a random point between the shortest pause and three times the last one. Clients that failed
    /// together drift apart quickly, and the pause still grows.
    /// </summary>
    /// <param name="previous">The last pause; zero before the first one.</param>
    /// <param name="options">Shortest and longest pause.</param>
    /// <param name="random">From 0 up to but not including 1.</param>
    public static TimeSpan Next(TimeSpan previous, HevlayerRetryOptions options, double random)
    {
        var lowest = options.BaseDelay.TotalMilliseconds;
        var highest = Math.Max(lowest, previous.TotalMilliseconds * Growth);
        var chosen = lowest + (random * (highest - lowest));
        return TimeSpan.FromMilliseconds(Math.Min(chosen, options.MaxDelay.TotalMilliseconds));
    }
}
