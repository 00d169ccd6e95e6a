using System.Text.Json;

namespace Hevlayer.Indexer.Tests;

/// <summary>Does what the workers do, when the test says so.</summary>
internal static class HandWorker
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Takes so many documents out of the queue and indexes each as one row.</summary>
    public static async Task IndexAsync(SqsQueueProbe queue, RunningGateway gateway, int documents, CancellationToken cancellationToken)
    {
        var indexed = 0;
        await Eventually.HoldsAsync(
            async () =>
            {
                foreach (var message in await queue.ReceiveAsync(cancellationToken))
                {
                    var update = JsonSerializer.Deserialize<ProductUpdate>(message.Body, Json)!;
                    await gateway.Layer.PutChunksAsync(RunningGateway.Pipeline, update.Id, [new() { Id = update.Id, Text = update.Text }], cancellationToken);
                    await gateway.Layer.PutVectorsAsync(RunningGateway.Pipeline, update.Id, [new() { Id = update.Id, Vector = new float[] { 1 } }], cancellationToken);
                    await queue.DeleteAsync(message, cancellationToken);
                    indexed++;
                }

                return indexed >= documents;
            },
            () => $"{indexed} of {documents} documents came through the queue.",
            cancellationToken);
    }
}
