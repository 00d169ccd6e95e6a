using System.Globalization;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Hevlayer.Indexer.Tests;

/// <summary>A queue, seen from outside the indexer.</summary>
public sealed class SqsQueueProbe(IAmazonSQS sqs, string url)
{
    public string Url => url;

    public Task SendAsync(string body, CancellationToken cancellationToken, string? traceParent = null) => sqs.SendMessageAsync(
        new SendMessageRequest
        {
            QueueUrl = url,
            MessageBody = body,
            MessageAttributes = traceParent is null ? null : new() { ["traceparent"] = new() { DataType = "String", StringValue = traceParent } },
        },
        cancellationToken);

    /// <summary>Receives up to ten messages, which are then held.</summary>
    public async Task<IReadOnlyList<Message>> ReceiveAsync(CancellationToken cancellationToken) =>
        (await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, MaxNumberOfMessages = 10, MessageAttributeNames = ["All"] }, cancellationToken)).Messages ?? [];

    public Task DeleteAsync(Message message, CancellationToken cancellationToken) => sqs.DeleteMessageAsync(url, message.ReceiptHandle, cancellationToken);

    /// <summary>Takes all messages out that can be received now.</summary>
    public async Task<IReadOnlyList<Message>> TakeAllAsync(CancellationToken cancellationToken)
    {
        var taken = new List<Message>();
        while (await ReceiveAsync(cancellationToken) is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(message => DeleteAsync(message, cancellationToken)));
            taken.AddRange(messages);
        }

        return taken;
    }

    /// <summary>How many messages can be received, and how many have been and are not settled yet.</summary>
    public async Task<(int Visible, int Held)> CountAsync(CancellationToken cancellationToken)
    {
        // The server looks at its clock when somebody receives: until then, messages whose time is over count as held.
        var reply = await sqs.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"], cancellationToken);
        return (Of("ApproximateNumberOfMessages"), Of("ApproximateNumberOfMessagesNotVisible"));

        int Of(string name) => int.Parse(reply.Attributes[name], CultureInfo.InvariantCulture);
    }
}
