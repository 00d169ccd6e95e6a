namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What the index has already is not staged again, and costs next to nothing; counted on the wire.</summary>
public sealed class StageChangedTests
{
    private const int Many = 250;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_Unchanged_CostLessThanATenthOfACallEach()
    {
        await using var world = await UnchangedWorld.StartAsync();
        var documents = UnchangedWorld.Documents(Many);
        Assert.Equal(new(Many, 0), await world.StageAsync(documents));

        var report = await world.StageAsync(documents);

        Assert.Equal(new(0, Many), report);
        Assert.Empty(world.Generator.Texts);
        Assert.InRange(world.Calls.Calls.Count, 1, Many / 10);
    }

    [Fact]
    public async Task Document_ChangedAmongMany_IsStagedAlone()
    {
        await using var world = await UnchangedWorld.StartAsync();
        var documents = UnchangedWorld.Documents(20);
        await world.StageAsync(documents);

        var report = await world.StageAsync([.. documents.Skip(1), UnchangedWorld.Document("d000", "d000 one", "d000 edited")]);

        Assert.Equal(new(1, 19), report);
        Assert.Equal(["d000 edited"], world.Generator.Texts);
    }

    [Fact]
    public async Task Rows_DeletedBehindItsBack_AreExactlyWhatTheNextRunRestores()
    {
        await using var world = await UnchangedWorld.StartAsync();
        var documents = UnchangedWorld.Documents(20);
        await world.StageAsync(documents);
        await world.StealAsync("d003");
        await world.StealAsync("d007");

        var report = await world.StageAsync(documents);

        Assert.Equal(new(2, 18), report);
        Assert.Equal(["d003", "d007"], world.Generator.Texts.Select(static text => text[..4]).Order(StringComparer.Ordinal));
        Assert.Equal(40, (await world.RowsAsync(Filter.NotEq(RowAttributes.Document, AttributeValue.Null))).Count);
    }

    [Fact]
    public async Task Documents_OfAWorkerThatMarksNothing_AreStagedEachTime()
    {
        await using var world = await UnchangedWorld.StartAsync(marks: false);
        var documents = UnchangedWorld.Documents(3);
        await world.StageAsync(documents, marks: false);

        var report = await world.StageAsync(documents, marks: false);

        Assert.Equal(new(3, 0), report);
        Assert.Empty(world.Generator.Texts);
    }

    [Fact]
    public async Task Documents_OfAnotherEmbedderOrOtherAttributes_AreStaged()
    {
        await using var world = await UnchangedWorld.StartAsync();
        var documents = UnchangedWorld.Documents(3);
        await world.StageAsync(documents);

        var other = await world.StageAsync(documents, configure: static options => options.Embedding.Embedder = "another");
        var named = await world.StageAsync(documents, configure: static options => options.Embedding.TextAttribute = "body");

        Assert.Equal((3, 3), (other.Staged, named.Staged));
    }

    [Fact]
    public async Task Document_ThatComesTwice_IsStagedAsItCameLast()
    {
        await using var world = await UnchangedWorld.StartAsync();

        var report = await world.StageAsync([UnchangedWorld.Document("d1", "old")], configure: static options => options.BatchSize = 1);
        var twice = await world.StageAsync([UnchangedWorld.Document("d1", "new"), UnchangedWorld.Document("d1", "old")]);

        Assert.Equal((new StageChangedReport(1, 0), new StageChangedReport(0, 1)), (report, twice));
    }

    [Fact]
    public async Task Options_ThatDoNotFit_AreRefusedBeforeAnyCall()
    {
        await using var world = await UnchangedWorld.StartAsync();
        world.Calls.Clear();
        var documents = UnchangedWorld.Documents(1);

        await Assert.ThrowsAsync<ArgumentException>(() => world.Producer.StageChangedAsync(WorkerHost.Pipeline, documents, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Producer.StageChangedAsync(WorkerHost.Pipeline, documents, new() { Embedding = new() { RowIds = RowIds.ByChunk, Embedder = "e" } }, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Producer.StageChangedAsync(WorkerHost.Pipeline, documents, new() { Generator = world.Generator, BatchSize = 0 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Producer.StageChangedAsync(WorkerHost.Pipeline, [new("a", [])], new() { Generator = world.Generator }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => world.Producer.StageChangedAsync(WorkerHost.Pipeline, [UnchangedWorld.Document(" ", "x")], new() { Generator = world.Generator }, Token));
        Assert.Empty(world.Calls.Calls);
    }
}
