namespace Hevlayer.Workers;

/// <summary>How much a loop takes next, and when, whether it claims or receives.</summary>
internal static class LoopPacing
{
    /// <summary>Attempts that may fail in a row, by all documents together, before the loop is held back.</summary>
    public const int StreakBeforePause = 10;

    private static readonly TimeSpan FirstErrorPause = TimeSpan.FromSeconds(1);

    /// <summary>How many to take; 0 while enough are held. Few at a time are left until there is need.</summary>
    /// <param name="held">Held now.</param>
    /// <param name="most">Most that are held.</param>
    /// <param name="limit">Most that one call takes.</param>
    /// <param name="concurrent">Most that are worked on at one time.</param>
    public static int Size(int held, int most, int limit, int concurrent)
    {
        var room = most - held;
        var isWorthIt = room >= limit || held < concurrent;
        return isWorthIt ? Math.Clamp(room, 0, limit) : 0;
    }

    /// <summary>Pause after calls that failed.</summary>
    /// <param name="failures">How many in a row, from 1.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterFailure(int failures, TimeSpan longest, double chance) =>
        RetryPause.After(failures, FirstErrorPause, longest, chance);

    /// <summary>
    /// Pause before the next call while attempt after attempt fails: what breaks every document may well be this worker,
    /// and it must not take the whole queue along.
    /// </summary>
    /// <param name="streak">Attempts that failed since the last success.</param>
    /// <param name="longest">The longest pause.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterStreak(int streak, TimeSpan longest, double chance) => streak < StreakBeforePause
        ? TimeSpan.Zero
        : RetryPause.After(streak - StreakBeforePause + 1, FirstErrorPause, longest, chance);
}
