using Hevlayer.Workers.Tests.Wire;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>What is there already is neither embedded nor written again; counted by the model and on the wire.</summary>
public sealed class DeclaredRowsTests
{
    [Fact]
    public async Task Document_Unchanged_CostsTwoQuestionsAndNoTextAndNoWrite()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two", "three");

        await world.IndexAsync("a", "one", "two", "three");

        Assert.Empty(world.Generator.Texts);
        Assert.Empty(Writes(world));

        // The chunks, its rows by id and by document, the completion.
        Assert.Equal(4, world.Wire.Calls.Count(static call => !call.Ends("POST", "/claim") && !call.Ends("PUT", "/documents/a")));
        Assert.Equal(["one", "three", "two"], await world.TextsAsync("a"));
        Assert.Equal((3, 3, 3), (world.Status.TextsEmbedded, world.Status.RowsWritten, world.Status.RowsUnchanged));
        Assert.Equal("indexed 1", await world.CountsAsync());
    }

    [Fact]
    public async Task Document_OneChunkEdited_EmbedsExactlyThatTextAndWritesOnce()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two", "three");

        await world.IndexAsync("a", "one", "edited", "three");

        Assert.Equal(["edited"], world.Generator.Texts);
        Assert.Single(Writes(world));
        Assert.Equal(["edited", "one", "three"], await world.TextsAsync("a"));
        Assert.Equal(1, world.Status.RowsDeleted);
    }

    [Fact]
    public async Task Document_ChunksMoved_EmbedsAndWritesNothing()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two", "three");

        await world.IndexAsync("a", "three", "one", "two");

        Assert.Empty(world.Generator.Texts);
        Assert.Empty(Writes(world));
    }

    [Fact]
    public async Task Document_SameTextTwice_IsEmbeddedOnceAndHasTwoRows()
    {
        await using var world = await RowWorld.StartAsync();

        await world.IndexAsync("a", "same", "other", "same");

        Assert.Equal(["other", "same"], world.Generator.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(["other", "same", "same"], await world.TextsAsync("a"));
    }

    [Fact]
    public async Task Document_AttributesChanged_ArePatchedWithoutEmbedding()
    {
        await using var world = await RowWorld.StartAsync(static options => options.Embedding.Attributes = static (_, chunk) => new AttributeMap(chunk.Metadata!.Value.AsMap()) { ["text"] = chunk.Text });
        await world.IndexChunksAsync("a", [new() { Id = "a-0", Text = "one", Metadata = new AttributeMap { ["page"] = 1, ["draft"] = true } }]);

        await world.IndexChunksAsync("a", [new() { Id = "a-0", Text = "one", Metadata = new AttributeMap { ["page"] = 2 } }]);

        Assert.Empty(world.Generator.Texts);
        Assert.Single(Writes(world));
        var row = Assert.Single(await world.RowsAsync("a"));
        Assert.Equal((2, true), (row.Attributes.GetInt64("page"), row.Attributes.GetValueOrDefault("draft").IsNull));
        Assert.Equal(1, world.Status.RowsPatched);
    }

    [Fact]
    public async Task Document_Shorter_LosesWhatIsLeftOverInTheSameWrite()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two", "three");

        await world.IndexAsync("a", "one");

        Assert.Empty(world.Generator.Texts);
        Assert.Single(Writes(world));
        Assert.Equal(["one"], await world.TextsAsync("a"));
    }

    [Fact]
    public async Task Document_ComesBack_EmbedsWhatWentMeanwhile()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "one", "two");
        await world.IndexAsync("a", "one");

        await world.IndexAsync("a", "one", "two");

        Assert.Equal(["two"], world.Generator.Texts);
        Assert.Equal(["one", "two"], await world.TextsAsync("a"));
    }

    /// <summary>Rows of one document are nobody else's: it may go, and the other stays.</summary>
    [Fact]
    public async Task Documents_WithTheSameText_HaveRowsOfTheirOwn()
    {
        await using var world = await RowWorld.StartAsync();
        await world.IndexAsync("a", "same");

        await world.IndexAsync("b", "same");
        await world.IndexAsync("a", "other");

        Assert.Equal(["same"], await world.TextsAsync("b"));
        Assert.Equal(["other"], await world.TextsAsync("a"));
    }

    [Fact]
    public async Task Document_RowsInManyParts_OnlyTheLastDeletesAndNothingIsLeftOver()
    {
        await using var world = await RowWorld.StartAsync(static options => options.MaxWriteBytes = 700);
        await world.IndexAsync("a", "one", "two", "three", "four", "five");

        await world.IndexAsync("a", "two", "four", "six", "seven", "eight");

        Assert.Equal(["eight", "seven", "six"], world.Generator.Texts.Order(StringComparer.Ordinal));
        Assert.Equal(["eight", "four", "seven", "six", "two"], await world.TextsAsync("a"));
        Assert.True(Writes(world).Count > 2);
        Assert.Single(Writes(world), static write => write.Json("delete_by_filter") is not null);
        Assert.Single((await world.RowsAsync("a")).Select(static row => row.Attributes.GetInt64(RowAttributes.Version)).Distinct());
    }

    [Fact]
    public async Task Rows_ByChunk_AreEmbeddedAndWrittenEachTimeUnderTheIdsOfTheChunks()
    {
        await using var world = await RowWorld.StartAsync(static options => options.Embedding.RowIds = RowIds.ByChunk);
        await world.IndexAsync("a", "one", "two");

        await world.IndexAsync("a", "one", "two");

        Assert.Equal(2, world.Generator.Texts.Count);
        Assert.Equal((4, 4), (world.Status.RowsWritten, world.Status.TextsEmbedded));
        Assert.Empty(world.Wire.Of("POST", "/namespaces/shop/query"));
        Assert.Equal(["a-0", "a-1"], (await world.RowsAsync("a")).Select(static row => row.Id.ToString()));
    }

    private static IReadOnlyList<WireCall> Writes(RowWorld world) => world.Wire.Of("POST", "/v2/namespaces/shop");
}
