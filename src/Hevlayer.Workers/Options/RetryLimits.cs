namespace Hevlayer.Workers;

/// <summary>How often something is retried, and after which pauses.</summary>
/// <param name="MaxAttempts">Attempts that the handler may fail.</param>
/// <param name="MaxTransientFailures">Transient failures of a call before it is given up.</param>
/// <param name="BaseDelay">Pause after the first failure; it doubles.</param>
/// <param name="MaxDelay">Longest pause.</param>
internal sealed record RetryLimits(int MaxAttempts, int MaxTransientFailures, TimeSpan BaseDelay, TimeSpan MaxDelay)
{
    /// <summary>The pause after a failure.</summary>
    /// <param name="failures">Failures so far, from 1.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public TimeSpan PauseAfter(int failures, double chance) => RetryPause.After(failures, BaseDelay, MaxDelay, chance);
}
