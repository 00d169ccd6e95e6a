namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What is told before a run is what the run then uses, counted by the model itself.</summary>
public sealed class DryRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstRun_TellsAllThatIsPaid()
    {
        await using var world = await RowWorld.StartAsync();

        var estimate = await DryRunAsync(world, ("a", RowWorld.Chunks("a", "one", "two words", "one")));
        await world.IndexAsync("a", "one", "two words", "one");

        Assert.Equal((1, 3, 2, 3, 0), (estimate.Documents, estimate.Chunks, estimate.TextsToEmbed, estimate.RowsToWrite, estimate.UnchangedDocuments));
        Assert.Equal(world.Generator.Texts.Count, estimate.TextsToEmbed);
        Assert.Equal(world.Generator.Texts.Sum(Words), estimate.Tokens);
        Assert.Equal(0.000006m, estimate.Price);
    }

    [Fact]
    public async Task DocumentGivenTwice_CountsWhatIsStagedLast()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two");
        await world.RowsAsync("a");

        var estimate = await DryRunAsync(world, ("a", RowWorld.Chunks("a", "one", "two")), ("a", RowWorld.Chunks("a", "one", "two", "three")), ("b", RowWorld.Chunks("b", "four")), ("b", RowWorld.Chunks("b", "four")));

        Assert.Equal((2, 2, 0), (estimate.Documents, estimate.TextsToEmbed, estimate.UnchangedDocuments));
    }

    [Fact]
    public async Task EditedDeletedAndUnchanged_TellsWhatTheNextRunPays()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("same", "one", "two");
        await world.IndexAsync("edited", "three", "four");
        await world.IndexAsync("gone", "five");
        await world.RowsAsync("gone");

        var estimate = await DryRunAsync(
            world,
            ("same", RowWorld.Chunks("same", "one", "two")),
            ("edited", RowWorld.Chunks("edited", "three", "four more")),
            ("gone", Deletion.ChunksOf("gone")),
            ("empty", []));
        await world.IndexAsync("edited", "three", "four more");

        Assert.Equal((4, 1, 1), (estimate.Documents, estimate.UnchangedDocuments, estimate.UnusableDocuments));
        Assert.Equal((1, 2, 2), (estimate.TextsToEmbed, estimate.RowsToDelete, estimate.Tokens));
        Assert.Equal(["four more"], world.Generator.Texts);
        Assert.Equal(1, world.Status.RowsDeleted);
    }

    [Fact]
    public async Task RowsByChunk_TellsThatAllIsPaidAgain()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "one");

        var estimate = await DryRunAsync(world, options => options.Embedding.RowIds = RowIds.ByChunk, ("a", RowWorld.Chunks("a", "one", "one")));

        Assert.Equal((2, 2, 0), (estimate.TextsToEmbed, estimate.RowsToWrite, estimate.UnchangedDocuments));
    }

    [Fact]
    public async Task BadOptions_AreRefusedBeforeAnyCall()
    {
        await using var world = await RowWorld.StartAsync();
        world.Wire.Clear();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => DryRunAsync(world, static options => options.BatchSize = 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => DryRunAsync(world, static options => options.PricePerMillionTokens = -1));
    }

    private static long Words(string text) => text.Split(' ').Length;

    private static Task<RunEstimate> DryRunAsync(RowWorld world, params (string, IReadOnlyList<Chunk>)[] documents) => DryRunAsync(world, static _ => { }, documents);

    private static Task<RunEstimate> DryRunAsync(RowWorld world, Action<DryRunOptions> configure, params (string, IReadOnlyList<Chunk>)[] documents)
    {
        var options = new DryRunOptions { Generator = world.Generator, PricePerMillionTokens = 2 };
        options.Embedding.CountTokens = static text => (int)Words(text);
        configure(options);
        return world.Client.DryRunAsync(WorkerHost.Pipeline, documents.ToAsyncEnumerable(), options, Token);
    }
}
