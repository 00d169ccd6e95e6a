namespace Hevlayer.Workers;

/// <summary>How many items to take next, and when.</summary>
internal static class TakePacing
{
    /// <summary>Attempts that may fail in a row, by all items together, before nothing more is taken for a while.</summary>
    public const int StreakBeforePause = 10;

    private static readonly TimeSpan FirstErrorPause = TimeSpan.FromSeconds(1);

    /// <summary>Items to take; 0 while enough are held. A few at a time are not taken before they are needed.</summary>
    /// <param name="held">Items held now.</param>
    /// <param name="storing">Those of them whose result is being stored: nothing else is left to do for them.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="isTrial">Whether one item is tried at a time, because all fail alike.</param>
    public static int Size(int held, int storing, WorkLimits limits, bool isTrial = false)
    {
        if (isTrial)
        {
            return held < limits.MaxConcurrent ? 1 : 0;
        }

        var room = Math.Min(limits.MaxHeld - held, limits.MaxAhead - (held - storing));
        var isWorthIt = room >= limits.TakeLimit || held - storing < limits.MaxConcurrent;
        return isWorthIt ? Math.Clamp(room, 0, limits.TakeLimit) : 0;
    }

    /// <summary>Pause after calls that found nothing.</summary>
    /// <param name="emptyTakes">How many in a row, from 1.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterNothing(int emptyTakes, WorkLimits limits, double chance) =>
        RetryPause.After(emptyTakes, limits.IdlePause, limits.MaxIdlePause, chance);

    /// <summary>Pause after calls that failed.</summary>
    /// <param name="failures">How many in a row, from 1.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterFailure(int failures, WorkLimits limits, double chance) =>
        RetryPause.After(failures, FirstErrorPause, limits.MaxErrorPause, chance);

    /// <summary>
    /// Pause before the next call while attempt after attempt fails: what breaks every item may well be this worker, and it
    /// must not fail the whole queue.
    /// </summary>
    /// <param name="streak">Attempts that failed since the last success.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterStreak(int streak, WorkLimits limits, double chance) => streak < StreakBeforePause
        ? TimeSpan.Zero
        : AfterFailure(streak - StreakBeforePause + 1, limits, chance);
}
