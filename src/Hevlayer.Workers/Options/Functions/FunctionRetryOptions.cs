namespace Hevlayer.Workers;

/// <summary>
/// What a function worker retries itself. Attempts of the handler are counted, and rows kept waiting in between, by the
/// gateway (<see cref="UdfSpec.Retry"/>): an attempt that fails is reported at once.
/// </summary>
public sealed class FunctionRetryOptions
{
    /// <summary>
    /// Transient failures of the gateway for one row, each after the client's own retries, before the row is released:
    /// those of calls that the handler makes, and those of the call that sends the result. Until then the row is held.
    /// </summary>
    /// <value>Default: 35, half an hour with the default pauses.</value>
    public int MaxGatewayFailures { get; set; } = 35;

    /// <summary>
    /// Pause after the first failure of the gateway; it doubles from failure to failure and varies by a quarter.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two failures of the gateway.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    internal FunctionRetryOptions Copy() => (FunctionRetryOptions)MemberwiseClone();

    // One attempt of the handler: the gateway counts them.
    internal RetryLimits ToLimits() => new(MaxAttempts: 1, MaxGatewayFailures, BaseDelay, MaxDelay);
}
