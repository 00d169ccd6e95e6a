namespace Hevlayer.Workers;

/// <summary>A message that a source gave to a worker.</summary>
/// <typeparam name="TMessage">What its body was read into.</typeparam>
public sealed class SourceMessage<TMessage>
{
    /// <summary>The body. What it is does not matter where <see cref="Problem"/> says that it could not be read.</summary>
    public required TMessage Body { get; init; }

    /// <summary>Id that the source knows the message by, for logs.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// How often the message has been received, this time included; from 1. It counts the attempts, see
    /// <see cref="SourceRetryOptions.MaxAttempts"/>.
    /// </summary>
    public int ReceiveCount { get; init; } = 1;

    /// <summary>
    /// How long nobody else gets the message after it was received, such as the visibility time-out of a queue; the worker
    /// renews it at a third. Null where the source has no such time and nothing needs to be renewed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a time that is not more than zero, or more than 49 days.</exception>
    public TimeSpan? Lease
    {
        get;
        init => field = value is not { } lease || (lease > TimeSpan.Zero && lease <= OptionProblems.LongestTime)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), lease, "A lease is more than zero and at most 49 days.");
    }

    /// <summary>What the source needs to settle the message, such as a receipt; the worker ignores it.</summary>
    public object? Handle { get; init; }

    /// <summary>
    /// Why the body could not be read, in words for an operator; such a message is dead-lettered. Null when it was read.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>
    /// Trace context of the sender (W3C <c>traceparent</c>), where the message carries it; the span of staging links to it.
    /// </summary>
    public string? TraceParent { get; init; }
}
