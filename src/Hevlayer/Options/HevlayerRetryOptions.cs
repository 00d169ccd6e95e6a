namespace Hevlayer;

/// <summary>When and how often the client retries a call.</summary>
public sealed class HevlayerRetryOptions
{
    /// <summary>Attempts for one call, the first included; 1 turns retries off.</summary>
    /// <value>Default: 5. Range: 1 to 100.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// Shortest pause before a retry. Pauses grow at random (decorrelated jitter), so that many workers do not retry at the
    /// same moment.
    /// </summary>
    /// <value>Default: 200 milliseconds.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest pause before a retry, unless the gateway asks for more with <c>Retry-After</c>.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long after its first attempt an operation is still retried whose outcome is unknown and whose late retry does
    /// harm. The only one is putting chunks: a retry after a worker has indexed the document makes it pending again.
    /// </summary>
    /// <value>Default: 45 seconds.</value>
    public TimeSpan EarlyRetryWindow { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Source of randomness for the pauses, from 0 up to but not including 1. When it throws or returns something else, the
    /// client uses its own instead and logs that once (event 4).
    /// </summary>
    /// <value>Default: null, a generator of the client's own.</value>
    public Func<double>? Randomizer { get; set; }

    internal HevlayerRetryOptions Copy() => (HevlayerRetryOptions)MemberwiseClone();
}
