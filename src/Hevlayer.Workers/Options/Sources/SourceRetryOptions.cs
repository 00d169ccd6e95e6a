namespace Hevlayer.Workers;

/// <summary>When a message is received again, and when it is rejected permanently.</summary>
public sealed class SourceRetryOptions
{
    /// <summary>
    /// Receipts of a message (<see cref="SourceMessage{TMessage}.ReceiveCount"/>) from which on a failure of the mapper or
    /// the chunker rejects it permanently: their exceptions and time-outs. Trouble of the gateway and the end of a worker
    /// reject nothing, but what they return is received once more; a limit of the queue's own should be well above this
    /// one.
    /// </summary>
    /// <value>Default: 5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// Pause before a message whose mapper or chunker failed is received for the second time; it doubles from receipt to
    /// receipt and varies by a quarter.
    /// </summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan ReturnDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Longest pause before a message is received again; also that of one that was returned because of the gateway.
    /// </summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan MaxReturnDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Transient failures of the gateway, each after the client's own retries, before a message is returned; a pipeline
    /// that does not exist yet is one of them. Until then the message is held, and its document staged again after a pause.
    /// With the default pauses that is half an hour.
    /// </summary>
    /// <value>Default: 35.</value>
    public int MaxGatewayFailures { get; set; } = 35;

    /// <summary>
    /// Failures of the source to acknowledge a message or to take it back, before the worker leaves it to the source to
    /// deliver it again.
    /// </summary>
    /// <value>Default: 10.</value>
    public int MaxSourceFailures { get; set; } = 10;

    /// <summary>
    /// Pause after the first failure of the gateway or the source; it doubles from failure to failure and varies by a
    /// quarter.
    /// </summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two failures of the gateway or the source.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    internal SourceRetryOptions Copy() => (SourceRetryOptions)MemberwiseClone();

    // What the engine retries is the source's calls; trouble of the gateway is judged by MessageRules.
    internal RetryLimits ToLimits() => new(MaxAttempts, MaxSourceFailures, BaseDelay, MaxDelay);
}
