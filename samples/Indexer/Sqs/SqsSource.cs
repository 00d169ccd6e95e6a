using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Hevlayer.Workers;

namespace Hevlayer.Indexer;

/// <summary>A queue of SQS as the source of documents.</summary>
internal sealed class SqsSource(IAmazonSQS sqs, SqsQueue queue) : IDocumentSource<ProductUpdate>
{
    private const int MostMessages = 10;
    private const string TraceAttribute = "traceparent";
    private const string ReasonAttribute = "rejection";

    public async Task<IReadOnlyList<SourceMessage<ProductUpdate>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken)
    {
        var reply = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = queue.Url.OriginalString,
                MaxNumberOfMessages = Math.Min(context.Limit, MostMessages),
                VisibilityTimeout = (int)queue.VisibilityTimeout.TotalSeconds,

                // Short enough that a worker that ends is not held up, for the call itself is not broken off.
                WaitTimeSeconds = (int)queue.LongPoll.TotalSeconds,
                MessageSystemAttributeNames = ["ApproximateReceiveCount"],
                MessageAttributeNames = [TraceAttribute],
            },
            cancellationToken);
        return [.. (reply.Messages ?? []).Select(Read)];
    }

    public Task AcknowledgeAsync(SourceMessage<ProductUpdate> message, CancellationToken cancellationToken) =>
        SettleAsync(() => sqs.DeleteMessageAsync(queue.Url.OriginalString, ReceiptOf(message), cancellationToken));

    public async Task RejectAsync(SourceMessage<ProductUpdate> message, Rejection rejection, CancellationToken cancellationToken)
    {
        if (!rejection.IsDeadLetter)
        {
            await ChangeVisibilityAsync(message, rejection.Delay, cancellationToken);
            return;
        }

        // Without a queue for dead letters, the message is left to the redrive policy of its own queue.
        if (queue.DeadLetterUrl is { } deadLetters)
        {
            await sqs.SendMessageAsync(
                new SendMessageRequest
                {
                    QueueUrl = deadLetters.OriginalString,
                    MessageBody = ((Message)message.Handle!).Body,
                    MessageAttributes = new() { [ReasonAttribute] = new() { DataType = "String", StringValue = rejection.Reason } },
                },
                cancellationToken);
            await AcknowledgeAsync(message, cancellationToken);
        }
    }

    public Task ExtendAsync(SourceMessage<ProductUpdate> message, TimeSpan by, CancellationToken cancellationToken) =>
        ChangeVisibilityAsync(message, by, cancellationToken);

    private static string ReceiptOf(SourceMessage<ProductUpdate> message) => ((Message)message.Handle!).ReceiptHandle;

    private static async Task SettleAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AmazonSQSException exception) when (IsLost(exception))
        {
            throw new MessageLostException(exception.Message, exception);
        }
    }

    // SQS has codes for this, but answers for a receipt that was valid once with that of any bad parameter.
    private static bool IsLost(AmazonSQSException exception) => exception.ErrorCode?.Split('.')[^1] switch
    {
        "ReceiptHandleIsInvalid" or "MessageNotInflight" => true,
        "InvalidParameterValue" => exception.Message.Contains("ReceiptHandle", StringComparison.Ordinal),
        _ => false,
    };

    private Task ChangeVisibilityAsync(SourceMessage<ProductUpdate> message, TimeSpan time, CancellationToken cancellationToken) =>
        SettleAsync(() => sqs.ChangeMessageVisibilityAsync(
            queue.Url.OriginalString,
            ReceiptOf(message),
            (int)Math.Ceiling(Math.Min(time.TotalSeconds, SqsQueue.LongestVisibilityTimeout.TotalSeconds)),
            cancellationToken));

    private SourceMessage<ProductUpdate> Read(Message message)
    {
        var (update, problem) = Parse(message.Body);
        return new SourceMessage<ProductUpdate>
        {
            Body = update,
            Problem = problem,
            Id = message.MessageId,
            Handle = message,
            Lease = queue.VisibilityTimeout,
            ReceiveCount = int.TryParse(message.Attributes?.GetValueOrDefault("ApproximateReceiveCount"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1,
            TraceParent = message.MessageAttributes?.GetValueOrDefault(TraceAttribute)?.StringValue,
        };
    }

    private static (ProductUpdate Update, string? Problem) Parse(string body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, ProductUpdateJson.Default.ProductUpdate) is { Id.Length: > 0 } update)
            {
                return (update, null);
            }
        }
        catch (JsonException exception)
        {
            return (new(string.Empty, string.Empty), $"The message is no document: line {exception.LineNumber}, byte {exception.BytePositionInLine}.");
        }

        return (new(string.Empty, string.Empty), "The message is no document: it has no id.");
    }
}
