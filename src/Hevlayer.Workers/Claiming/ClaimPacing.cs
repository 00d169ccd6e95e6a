namespace Hevlayer.Workers;

/// <summary>How many documents to claim next, and when.</summary>
internal static class ClaimPacing
{
    /// <summary>Documents to claim; 0 while enough are held. Small claims are left until there is need.</summary>
    /// <param name="held">Documents held now.</param>
    /// <param name="options">The limits.</param>
    /// <param name="isTrial">Whether one document is tried at a time, because all fail alike.</param>
    public static int Size(int held, DocumentWorkerOptions options, bool isTrial = false) => isTrial
        ? held < options.MaxConcurrentDocuments ? 1 : 0
        : LoopPacing.Size(held, options.MaxHeldDocuments, options.ClaimLimit, options.MaxConcurrentDocuments);

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
        LoopPacing.AfterFailure(failures, options.MaxErrorPause, chance);

    /// <summary>Pause before the next claim while attempt after attempt fails.</summary>
    /// <param name="streak">Attempts that failed since the last success.</param>
    /// <param name="options">The limits.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan AfterStreak(int streak, DocumentWorkerOptions options, double chance) =>
        LoopPacing.AfterStreak(streak, options.MaxErrorPause, chance);
}
