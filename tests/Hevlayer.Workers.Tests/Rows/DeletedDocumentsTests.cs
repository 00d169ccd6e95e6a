using Hevlayer.Workers.Tests.Wire;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>A document that is deleted has no row left, and is no failure.</summary>
public sealed class DeletedDocumentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_IsDeleted_LosesItsRowsAndIsIndexed()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two");
        await world.IndexAsync("b", "one");

        await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "a", Token);
        await world.WhenEndedAsync();

        Assert.Empty(await world.TextsAsync("a"));
        Assert.Equal(["one"], await world.TextsAsync("b"));
        Assert.Equal("indexed 2", await world.CountsAsync());
        Assert.Equal((1, 0), (world.Status.Deleted, world.Status.Failed));
    }

    /// <summary>The index may not list yet what was written a moment ago.</summary>
    [Fact]
    public async Task Document_IsDeletedRightAfterItWasWritten_LosesItsRows()
    {
        await using var world = await RowWorld.StartAsync();
        var written = 0;
        world.Wire.Script = async (call, send) =>
        {
            var reply = await send();
            if (call.Ends("POST", "/v2/namespaces/shop") && Interlocked.Increment(ref written) == 1)
            {
                await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "a", Token);
            }

            return reply;
        };

        await world.IndexAsync("a", "one", "two");

        Assert.Empty(await world.TextsAsync("a"));
        Assert.Equal("indexed 1", await world.CountsAsync());
    }

    [Fact]
    public async Task Document_ComesBackAfterItWasDeleted_HasItsRowsAgain()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one");
        await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "a", Token);
        await world.WhenEndedAsync();

        await world.IndexAsync("a", "one");

        Assert.Equal(["one"], await world.TextsAsync("a"));
    }

    [Fact]
    public async Task Document_NobodyKnows_IsDeletedWithoutHarm()
    {
        await using var world = await RowWorld.StartAsync();

        await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "stranger", Token);
        await world.WhenEndedAsync();

        Assert.Equal("indexed 1", await world.CountsAsync());
        Assert.Empty(world.Wire.Of("POST", "/v2/namespaces/shop"));
    }

    [Fact]
    public async Task Document_StagedWithoutChunks_LosesItsRowsAndFails()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two");

        await world.IndexAsync("a");

        Assert.Empty(await world.TextsAsync("a"));
        Assert.Equal("failed 1", await world.CountsAsync());
    }

    [Fact]
    public void Handler_Deletes_RemovesItsRows()
    {
        var bench = new Bench();
        bench.Gateway.Stage("a", RowWorld.Chunks("a", "keep", "keep"));
        var worker = bench.Start(static (document, _) => Task.FromResult(document.Chunks.All(static chunk => chunk.Text == "keep") ? WorkHandler.Rows(document) : DocumentOutcome.Delete));
        bench.RunUntil(() => worker.Status.Completed == 1);
        Assert.NotEmpty(bench.Gateway.Rows);

        bench.Gateway.Stage("a", RowWorld.Chunks("a", "away"));
        bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.Empty(bench.Gateway.Rows);
        Assert.Equal("indexed", bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Deleted);
    }

    [Fact]
    public void Handler_DeletesWherePutVectorsWrites_FailsWithAReason()
    {
        var bench = new Bench();
        bench.Stage("a");
        var worker = bench.Start(static (_, _) => Task.FromResult(DocumentOutcome.Delete), static options => options.WriteRowsWith = RowRoute.PutVectors);

        bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Contains("PutVectors", Assert.Single(worker.Status.RecentFailures).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Document_HasNoId_IsRefusedBeforeTheCall(string id)
    {
        await using var world = await RowWorld.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, id, Token));
    }
}
