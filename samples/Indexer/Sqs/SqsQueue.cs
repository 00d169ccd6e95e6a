using Hevlayer.Workers;

namespace Hevlayer.Indexer;

/// <summary>The queue that documents come from, as the Pipeline resource names it.</summary>
/// <param name="Url">Address of the queue.</param>
/// <param name="DeadLetterUrl">Address of the queue for messages that no attempt can save; null for none.</param>
internal sealed record SqsQueue(Uri Url, Uri? DeadLetterUrl)
{
    /// <summary>How long nobody else gets a message that was received; the worker renews it.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a receive waits for messages to come.</summary>
    public TimeSpan LongPoll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads <c>queueUrl</c> and <c>deadLetterQueueUrl</c>.</summary>
    public static SqsQueue Of(SourceReference source) => new(
        Address(source.GetString("queueUrl"), "queueUrl"),
        source.FindString("deadLetterQueueUrl") is { Length: > 0 } deadLetters ? Address(deadLetters, "deadLetterQueueUrl") : null);

    private static Uri Address(string text, string field) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new HevlayerOptionsException($"The field '{field}' of {WorkerVariables.SourceRef} is '{text}', which is no address.");
}
