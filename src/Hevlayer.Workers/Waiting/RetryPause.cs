namespace Hevlayer.Workers;

/// <summary>How long to wait after a failure.</summary>
internal static class RetryPause
{
    private const double Variation = 0.25;

    /// <summary>A pause that doubles from failure to failure, and is up to a quarter shorter.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    /// <param name="first">The pause after the first.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest, double chance)
    {
        var doubled = Math.Min(first.Ticks * Math.Pow(2, failures - 1), longest.Ticks);
        return TimeSpan.FromTicks((long)(doubled * (1 - (Variation * chance))));
    }
}
