namespace Hevlayer.VectorData.Tests;

/// <summary>Nearness and words together.</summary>
public sealed class HybridSearchTests
{
    private static readonly ReadOnlyMemory<float> Same = new float[] { 1, 0 };

    [Fact]
    public async Task Hybrid_SameVectors_WordsDecide()
    {
        await using var store = new Store();
        var tools = await FillAsync(store);

        var hits = await tools.HybridSearchAsync(Same, ["hammer"], top: 3).ToListAsync();

        Assert.Equal("c", hits[0].Record.Id);
        Assert.Equal(3, hits.Count);
        Assert.True(hits[0].Score > hits[1].Score);
    }

    [Fact]
    public async Task Hybrid_MisspeltWord_IsFoundAllTheSame()
    {
        await using var store = new Store();
        var tools = await FillAsync(store);

        Assert.Equal("c", (await tools.HybridSearchAsync(Same, ["hamer"], top: 1).SingleAsync()).Record.Id);
    }

    [Fact]
    public async Task Hybrid_FilterSkipAndVectors_AreKept()
    {
        await using var store = new Store();
        var tools = await FillAsync(store);

        var hits = await tools.HybridSearchAsync(Same, ["hammer"], top: 3, new() { Filter = static tool => tool.Number < 3, Skip = 1, IncludeVectors = true }).ToListAsync();

        var hit = Assert.Single(hits);
        Assert.Equal(2, hit.Record.Vector.Length);
    }

    [Fact]
    public async Task Hybrid_NoKeyword_IsRefused()
    {
        await using var store = new Store();
        var tools = await FillAsync(store);

        await Assert.ThrowsAsync<ArgumentException>(async () => await tools.HybridSearchAsync(Same, [" "], top: 1).ToListAsync());
    }

    private static async Task<HevlayerCollection<string, Tool>> FillAsync(Store store)
    {
        var tools = store.Vectors.GetCollection<string, Tool>("tools");
        string[] texts = ["a red kettle", "a blue kettle", "a heavy hammer"];
        await tools.UpsertAsync(texts.Select((text, index) => new Tool { Id = $"{(char)('a' + index)}", Text = text, Number = index + 1, Vector = Same }));
        return tools;
    }
}
