namespace Hevlayer.Workers;

/// <summary>How many documents to claim next, and when.</summary>
internal static class ClaimPacing
{
    /// <summary>Attempts that may fail in a row, by all documents together, before claims are held back.</summary>
    public const int StreakBeforePause = 10;

    private static readonly TimeSpan FirstErrorPause = TimeSpan.FromSeconds(1);

    /// <summary>Documents to claim; 0 while enough are held. Small claims are left until there is need.</summary>
    /// <param name="held">Documents held now.</param>
    /// <param name="options">The limits.</param>
    public static int Size(int held, DocumentWorkerOptions options)
    {
        var room = options.MaxHeldDocuments - held;
        var isWorthIt = room >= options.ClaimLimit || held < options.MaxConcurrentDocuments;
        return isWorthIt ? Math.Clamp(room, 0, options.ClaimLimit) : 0;
    }

    /// <summary>Pause after claims that found nothing.</summary>
    /// <param name="emptyClaims">How many in a row, from 1.</param>
    /// <param name="options">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterNothing(int emptyClaims, DocumentWorkerOptions options, double chance) =>
        RetryPause.After(emptyClaims, options.IdlePause, options.MaxIdlePause, chance);

    /// <summary>Pause after claims that failed.</summary>
    /// <param name="failures">How many in a row, from 1.</param>
    /// <param name="options">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterFailure(int failures, DocumentWorkerOptions options, double chance) =>
        RetryPause.After(failures, FirstErrorPause, options.MaxErrorPause, chance);

    /// <summary>
    /// Pause before the next claim while attempt after attempt fails: what breaks every document may well be this worker,
    /// and it must not take the whole queue along.
    /// </summary>
    /// <param name="streak">Attempts that failed since the last success.</param>
    /// <param name="options">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterStreak(int streak, DocumentWorkerOptions options, double chance) => streak < StreakBeforePause
        ? TimeSpan.Zero
        : RetryPause.After(streak - StreakBeforePause + 1, FirstErrorPause, options.MaxErrorPause, chance);
}
