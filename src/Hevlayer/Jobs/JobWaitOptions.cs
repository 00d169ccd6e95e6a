namespace Hevlayer;

/// <summary>How to wait for a job of the gateway.</summary>
public sealed record JobWaitOptions
{
    /// <summary>Pause after the first poll; it doubles from poll to poll.</summary>
    /// <value>Default: 50 milliseconds.</value>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause between two polls.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time to wait; null for no limit.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan? Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long transient failures of the gateway are tolerated before the wait fails with the last one.</summary>
    /// <value>Default: 1 minute. Jobs live in the gateway's memory and do not survive it.</value>
    public TimeSpan FailureTolerance { get; init; } = TimeSpan.FromMinutes(1);
}
