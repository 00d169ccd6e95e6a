namespace Hevlayer.Indexer.Tests;

/// <summary>All workers are told to end at one time, as a deployment does it, again and again while documents are indexed.</summary>
[Collection(IndexerCollection.Name)]
public sealed class DeploymentTests(SqsServer sqs, ITestOutputHelper output)
{
    private const int Documents = 300;
    private const int Deployments = 6;
    private const int Seed = 20;

    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Limit = Fleet.DrainLimit + TimeSpan.FromSeconds(10);

    private static readonly WorkerKind[] Kinds = [WorkerKind.ExtractChunk, WorkerKind.ExtractChunk, WorkerKind.Embed, WorkerKind.Embed, WorkerKind.Embed];

    // So slow that no life is long enough to finish, with leases so long that nothing comes back by itself.
    private static readonly KeyValuePair<string, string>[] SlowWork =
    [
        new("Hevlayer__Worker__Embedding__MaxBatchDelay", "00:00:00.3"),
        new("Hevlayer__Worker__MaxConcurrentDocuments", "2"),
        new("Hevlayer__Worker__MaxHeldDocuments", "6"),
        new("Hevlayer__Worker__Lease", "00:02:00"),
        new("Hevlayer__Source__MaxConcurrentDocuments", "1"),
    ];

    [Fact]
    public async Task Deployments_OneAfterAnotherDuringARun_LeaveNothingHeldAndLoseNothing()
    {
        var token = TestContext.Current.CancellationToken;
        var random = new Random(Seed);
        var corpus = new Corpus(random, Documents, mostChunks: 3);
        await using var fleet = await Fleet.StartAsync(sqs, "0", token);
        var run = fleet.App.RunAsync(corpus.Documents, token);
        await Eventually.HoldsAsync(async () => (await fleet.Queue.CountAsync(token)).Visible == Documents, fleet.Logs, token);

        for (var deployment = 0; deployment < Deployments; deployment++)
        {
            var workers = Kinds.Select(kind => fleet.Start(kind, SlowWork)).ToList();
            await Task.WhenAll(workers.Select(worker => worker.Program.SpeaksAsync(token)));

            // Every other time they are told to end while they still start, else while they hold documents.
            if (deployment % 2 == 1)
            {
                await Eventually.HoldsAsync(async () => (await fleet.Gateway.StatusAsync(token)).ProcessingCount > 0, fleet.Logs, token);
                await Eventually.PauseAsync(random.NextDouble() * LongestLife, token);
            }

            var codes = await Task.WhenAll(workers.Select(worker => worker.Program.TerminateAsync(Limit, token)));

            var (status, (waiting, held)) = (await fleet.Gateway.StatusAsync(token), await fleet.Queue.CountAsync(token));
            output.WriteLine($"{waiting} messages wait, {held} held; {status.PendingCount} documents wait, {status.ProcessingCount} held, {status.Counts.GetValueOrDefault("indexed")} indexed");
            Assert.All(codes, code => Assert.True(code == 0, $"A worker ended with {code}:\n{fleet.Logs()}"));
            Assert.True((held, status.ProcessingCount) == (0, 0), $"{held} messages and {status.ProcessingCount} documents were left held:\n{fleet.Logs()}");
        }

        foreach (var kind in Kinds)
        {
            fleet.Start(kind);
        }

        var view = await run;
        Assert.True(view.GetProperty("state").GetString() == "done", $"{view}");
        Assert.Equal(corpus.Rows, await fleet.Gateway.RowsAsync(token));
        Assert.Equal((0, 0), await fleet.DeadLetters.CountAsync(token));
    }
}
