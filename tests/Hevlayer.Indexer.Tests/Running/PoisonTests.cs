namespace Hevlayer.Indexer.Tests;

/// <summary>Documents that no attempt can save, among others.</summary>
[Collection(IndexerCollection.Name)]
public sealed class PoisonTests(SqsServer sqs)
{
    // A batch may have as many bytes; a document with a chunk beyond it cannot be embedded.
    private static readonly KeyValuePair<string, string> SmallBatches = new("Hevlayer__Worker__Embedding__MaxBatchBytes", "1000");

    [Fact]
    public async Task Documents_ThatCannotBeIndexed_ArePutAsideWithTheirReasonsAndStopNoOther()
    {
        var token = TestContext.Current.CancellationToken;
        var corpus = new Corpus(new Random(3), 20, mostChunks: 2);
        await using var fleet = await Fleet.StartAsync(sqs, "0", token);
        fleet.Start(WorkerKind.ExtractChunk);
        fleet.Start(WorkerKind.Embed, [SmallBatches]);

        await fleet.Queue.SendAsync("this is no JSON", token);
        var view = await fleet.App.RunAsync([.. corpus.Documents, KeyValuePair.Create("empty", ""), KeyValuePair.Create("wide", new string('語', 400))], token);

        Assert.True((view.GetProperty("state").GetString(), view.GetProperty("failed").GetInt32()) == ("done", 1), $"{view}\n{fleet.Logs()}");
        Assert.Equal(corpus.Rows, await fleet.Gateway.RowsAsync(token));
        Assert.Equal((0, 0), await fleet.Queue.CountAsync(token));
        var reasons = (await fleet.DeadLetters.TakeAllAsync(token)).ToDictionary(static message => message.Body, static message => message.MessageAttributes["rejection"].StringValue);
        Assert.Equal(2, reasons.Count);
        Assert.StartsWith("The message is no document: ", reasons["this is no JSON"], StringComparison.Ordinal);
        Assert.StartsWith("The document has no chunks: ", reasons["""{"id":"empty","text":""}"""], StringComparison.Ordinal);
        Assert.Contains("Document wide is moved to failed", fleet.Logs(), StringComparison.Ordinal);
    }
}
