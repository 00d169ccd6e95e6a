namespace Hevlayer;

/// <summary>How to wait for a job of the gateway.</summary>
public sealed record JobWaitOptions
{
    /// <summary>
    /// Pause after the first look; it doubles from look to look.
    /// <value>Default: 50 milliseconds.</value>
    /// </summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Longest pause between two looks.
    /// <value>Default: 2 seconds.</value>
    /// </summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Longest time to wait; null for no limit.
    /// <value>Default: 10 minutes.</value>
    /// </summary>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the gateway may fail in passing before the wait gives up with its error.
    /// <value>Default: 1 minute. Jobs live in the gateway's memory and do not survive it.</value>
    /// </summary>
    public TimeSpan FailureTolerance { get; init; } = TimeSpan.FromMinutes(1);
}
