namespace Hevlayer.Workers;

/// <summary>Decides how fast a provider is asked after it has refused, and after it has not for long.</summary>
internal static class RateRules
{
    // A hundred calls and more lie between two refusals, and less than a twentieth of the quota is left.
    private const double LeastCut = 0.97;
    private const double MostCut = 0.5;
    private const double Growth = 0.0001;
    private const double MostGrowth = 0.01;
    private const int GrowthDoubles = 300;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDoubled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    /// <summary>How long all batches wait after a refusal.</summary>
    /// <param name="retryAfter">What the provider says.</param>
    /// <param name="inARow">Refusals since the last success, from 1.</param>
    /// <param name="longest">The longest pause.</param>
    public static TimeSpan Pause(TimeSpan? retryAfter, int inARow, TimeSpan longest)
    {
        var doubled = retryAfter is not null && inARow == 1 ? Least : RetryPause.After(inARow, FirstPause, LongestDoubled, 0);
        var pause = retryAfter > doubled ? retryAfter.Value : doubled;
        return pause < longest ? pause : longest;
    }

    /// <summary>By what the rate is multiplied after a refusal.</summary>
    /// <param name="seen">The share of the present rate that the provider was seen to give; null where that is not known.</param>
    public static double Cut(double? seen) => Math.Clamp(seen ?? LeastCut, MostCut, LeastCut);

    /// <summary>By what the rate is multiplied after a success: ever more, the longer nothing was refused.</summary>
    /// <param name="successes">Successes since the last refusal.</param>
    public static double Raise(long successes) => 1 + Math.Min(MostGrowth, Growth * Math.Pow(2, Math.Min(successes / GrowthDoubles, 20)));
}
