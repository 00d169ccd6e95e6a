using System.Globalization;
using System.Text.Json;
using Hevlayer.Workers;

namespace Hevlayer.Indexer;

/// <summary>The queue that documents come from, as the Pipeline resource names it.</summary>
/// <param name="Url">Address of the queue.</param>
/// <param name="DeadLetterUrl">Address of the queue for messages that no attempt can save; null for none.</param>
internal sealed record SqsQueue(Uri Url, Uri? DeadLetterUrl)
{
    /// <summary>The longest time that SQS hides a message.</summary>
    public static readonly TimeSpan LongestVisibilityTimeout = TimeSpan.FromHours(12);

    private const int LongestPollSeconds = 20;

    /// <summary>How long nobody else gets a message that was received; the worker renews it. Default: 60 seconds.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a receive waits for messages to come; a worker that ends waits as long. Default: 5 seconds.</summary>
    public TimeSpan LongPoll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Reads <c>queueUrl</c>, <c>deadLetterQueueUrl</c>, <c>visibilityTimeoutSeconds</c> and <c>longPollSeconds</c>; all but
    /// the first may be left out.
    /// </summary>
    public static SqsQueue Of(SourceReference source)
    {
        var queue = new SqsQueue(
            Address(source.GetString("queueUrl"), "queueUrl"),
            source.FindString("deadLetterQueueUrl") is { Length: > 0 } deadLetters ? Address(deadLetters, "deadLetterQueueUrl") : null);
        return queue with
        {
            VisibilityTimeout = Seconds(source, "visibilityTimeoutSeconds", 1, (int)LongestVisibilityTimeout.TotalSeconds) ?? queue.VisibilityTimeout,
            LongPoll = Seconds(source, "longPollSeconds", 0, LongestPollSeconds) ?? queue.LongPoll,
        };
    }

    private static Uri Address(string text, string field) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new HevlayerOptionsException($"The field '{field}' of {WorkerVariables.SourceRef} is '{text}', which is no address.");

    private static TimeSpan? Seconds(SourceReference source, string field, int least, int most) =>
        !source.Fields.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seconds) && seconds >= least && seconds <= most ? TimeSpan.FromSeconds(seconds)
        : throw new HevlayerOptionsException(string.Create(
            CultureInfo.InvariantCulture,
            $"The field '{field}' of {WorkerVariables.SourceRef} is {value.GetRawText()}; it must be a whole number of seconds from {least} to {most}."));
}
