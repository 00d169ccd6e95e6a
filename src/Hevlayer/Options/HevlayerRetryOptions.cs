namespace Hevlayer;

/// <summary>When and how often the client retries a call.</summary>
public sealed class HevlayerRetryOptions
{
    /// <summary>Attempts for one call, the first included; 1 turns retries off.</summary>
    /// <value>Default: 5. Range: 1 to 100.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// Shortest pause before another attempt. Pauses grow at random (decorrelated jitter), so that many workers do not
    /// come back at the same moment.
    /// </summary>
    /// <value>Default: 200 milliseconds.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause before another attempt, unless the gateway asks for more with <c>Retry-After</c>.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long after the first attempt an operation with an unknown outcome is still retried when a late retry does
    /// harm. Putting chunks is the one: a retry after a worker has indexed the document queues it again.
    /// </summary>
    /// <value>Default: 45 seconds.</value>
    public TimeSpan EarlyRetryWindow { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Source of randomness for the pauses, from 0 up to but not including 1. One that throws or answers something else is
    /// passed over for the client's own, and the log tells of it once (event 4).
    /// </summary>
    /// <value>Default: null, a generator of the client's own.</value>
    public Func<double>? Randomizer { get; set; }

    internal HevlayerRetryOptions Copy() => (HevlayerRetryOptions)MemberwiseClone();
}
