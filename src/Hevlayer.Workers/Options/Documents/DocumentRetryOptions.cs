namespace Hevlayer.Workers;

/// <summary>
/// How often a document is retried. It stays held and its lease is renewed through all attempts, so the count is exact. A
/// document that used up its attempts becomes <c>failed</c>; a redrive puts it back.
/// </summary>
public sealed class DocumentRetryOptions
{
    /// <summary>Attempts of the handler; its exceptions and time-outs count.</summary>
    /// <value>Default: 5.</value>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>
    /// Transient failures of gateway and vector store, each after the client's own retries, before the document fails. With
    /// the default pauses that is half an hour: an outage as long as that fails no more than the documents that are held.
    /// </summary>
    /// <value>Default: 35.</value>
    public int MaxGatewayFailures { get; set; } = 35;

    /// <summary>
    /// Processes that may die while they work on a document; then it fails. Counted where attempts are written down
    /// (<see cref="DocumentWorkerOptions.StateDirectory"/>).
    /// </summary>
    /// <value>Default: 3.</value>
    public int MaxCrashes { get; set; } = 3;

    /// <summary>
    /// How long every document may fail in the same way, and none succeed, before those that used up their attempts fail
    /// after all. Until then the worker tries one document at a time. An embedding worker asks its model first, and no
    /// document fails while the model does.
    /// </summary>
    /// <value>Default: 2 hours.</value>
    public TimeSpan SharedTroubleTolerance { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Pause before the second attempt; it doubles from attempt to attempt and varies by a quarter.</summary>
    /// <value>Default: 1 second.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between two attempts.</summary>
    /// <value>Default: 1 minute.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    internal DocumentRetryOptions Copy() => (DocumentRetryOptions)MemberwiseClone();

    internal RetryLimits ToLimits() => new(MaxAttempts, MaxGatewayFailures, BaseDelay, MaxDelay);
}
