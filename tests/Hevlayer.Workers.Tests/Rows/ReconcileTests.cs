namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Whatever was done to the index behind everybody's back is found, and mended without paying for the rest.</summary>
public sealed class ReconcileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rows_DeletedAtRandom_AreExactlyTheOnesThatAreEmbeddedAgain(int seed)
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "a one", "a two", "a three");
        await world.IndexAsync("b", "b one", "b two", "b three");
        await world.IndexAsync("c", "c one");
        var random = new Random(seed);
        List<Row> all = [.. await world.RowsAsync("a"), .. await world.RowsAsync("b")];
        var stolen = all.FindAll(_ => random.Next(2) == 0);
        await world.Client.Namespace("shop").WriteAsync(new() { Deletes = [.. stolen.Select(static row => row.Id)] }, Token);
        world.Generator.Texts.Clear();

        var dry = await ReconcileAsync(world, dryRun: true);
        var report = await ReconcileAsync(world, dryRun: false);
        foreach (var _ in report.Different)
        {
            await world.WhenEndedAsync();
        }

        Assert.Equal((3, stolen.Count, 0, 0), (dry.Documents, (int)dry.Missing, dry.PutBack, dry.LeftOver));
        Assert.Equal((stolen.Count, report.Different.Count), ((int)report.Missing, (int)report.PutBack));
        Assert.Equal(stolen.Select(static row => row.Attributes.GetString("text")).Order(StringComparer.Ordinal), world.Generator.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await ReconcileAsync(world, dryRun: true)).Missing);
        Assert.Equal(["a one", "a three", "a two"], await world.TextsAsync("a"));
        Assert.Equal(["b one", "b three", "b two"], await world.TextsAsync("b"));
    }

    [Fact]
    public async Task Row_ThatNobodyDeclares_IsFoundAndDeleted()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one");
        await world.Client.Namespace("shop").WriteAsync(
            new() { UpsertRows = [new() { Id = "stray", Vector = new float[] { 1, 2, 3 }, Attributes = new() { [RowAttributes.Document] = "a", [RowAttributes.Version] = 1, ["text"] = "stray" } }] },
            Token);
        Assert.Equal(["one", "stray"], await world.TextsAsync("a"));

        var report = await ReconcileAsync(world, dryRun: false);
        await world.WhenEndedAsync();

        Assert.Equal((0, 1, "a"), (report.Missing, report.LeftOver, Assert.Single(report.Different)));
        Assert.Equal(["one"], await world.TextsAsync("a"));
    }

    [Fact]
    public async Task Documents_ThatAreRightOrUnknown_AreLeftAlone()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one");
        await world.Client.DeleteDocumentAsync(WorkerHost.Pipeline, "b", Token);
        await world.WhenEndedAsync();
        await world.RowsAsync("a");

        var report = await ReconcileAsync(world, dryRun: false);

        Assert.Equal((2, 1, 0), (report.Documents, report.Unknown, report.PutBack));
        Assert.Empty(report.Different);
        Assert.Equal("indexed 2", await world.CountsAsync());
    }

    [Fact]
    public async Task Options_ThatDoNotFit_AreRefusedBeforeAnyCall()
    {
        await using var world = await RowWorld.StartAsync();
        world.Wire.Clear();

        await Assert.ThrowsAsync<ArgumentException>(() => world.Client.ReconcileAsync(WorkerHost.Pipeline, ["a"], new() { Embedding = new() { RowIds = RowIds.ByChunk } }, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Client.ReconcileAsync(WorkerHost.Pipeline, ["a"], new() { BatchSize = 0 }, Token));
    }

    private static Task<ReconcileReport> ReconcileAsync(RowWorld world, bool dryRun) =>
        world.Client.ReconcileAsync(WorkerHost.Pipeline, ["a", "b", "c"], new() { Generator = world.Generator, DryRun = dryRun, BatchSize = 2 }, Token);
}
