using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.Options;

namespace Hevlayer.Indexer;

/// <summary>The source queue, from the side of the one who fills it.</summary>
internal sealed class DocumentQueue(IOptions<IndexRunOptions> options, TimeProvider? clock = null) : IDisposable
{
    private const int MostMessages = 10;

    // A batch of messages may have 1 MiB; names, attributes and quotes of the request need a little.
    private const int MostBytes = 900_000;
    private const string TraceAttribute = "traceparent";
    private static readonly string[] Depths =
        ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"];

    // Address, region and credentials come from where the AWS SDK looks for them.
    private readonly AmazonSQSClient _sqs = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Sends documents; all of them, or it fails. Messages carry the current trace.</summary>
    public async Task SendAsync(IReadOnlyList<ProductUpdate> documents, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches(documents))
        {
            var reply = await _sqs.SendMessageBatchAsync(options.Value.QueueUrl, batch, cancellationToken);
            if (reply.Failed is [var failed, ..])
            {
                throw new InvalidOperationException($"The queue refused {reply.Failed.Count} of {batch.Count} documents: {failed.Code} {failed.Message}");
            }
        }
    }

    /// <summary>Waits until nothing is in the queue: neither to be received nor being worked on.</summary>
    public async Task WaitUntilEmptyAsync(IProgress<long> waiting, CancellationToken cancellationToken)
    {
        // The counts of SQS are approximate: for a while after messages were sent, they may leave them out.
        var started = _clock.GetTimestamp();
        while (true)
        {
            var isSettled = _clock.GetElapsedTime(started) >= options.Value.QueueSettleTime;
            var reply = await _sqs.GetQueueAttributesAsync(options.Value.QueueUrl, [.. Depths], cancellationToken);
            var depth = Depths.Sum(name => reply.Attributes.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0);
            waiting.Report(depth);
            if (depth == 0 && isSettled)
            {
                return;
            }

            await Task.Delay(options.Value.QueuePollInterval, _clock, cancellationToken);
        }
    }

    public void Dispose() => _sqs.Dispose();

    private static IEnumerable<List<SendMessageBatchRequestEntry>> Batches(IReadOnlyList<ProductUpdate> documents)
    {
        var batch = new List<SendMessageBatchRequestEntry>();
        var bytes = 0;
        foreach (var document in documents)
        {
            var body = JsonSerializer.Serialize(document, ProductUpdateJson.Default.ProductUpdate);
            var size = Encoding.UTF8.GetByteCount(body);
            if (batch.Count == MostMessages || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(new SendMessageBatchRequestEntry(batch.Count.ToString(CultureInfo.InvariantCulture), body) { MessageAttributes = Trace() });
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static Dictionary<string, MessageAttributeValue>? Trace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id }
        ? new() { [TraceAttribute] = new() { DataType = "String", StringValue = id } }
        : null;
}
