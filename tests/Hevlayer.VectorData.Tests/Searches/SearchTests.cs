namespace Hevlayer.VectorData.Tests;

/// <summary>Paging, vectors and order of searches and filtered reads.</summary>
public sealed class SearchTests
{
    private static readonly ReadOnlyMemory<float> Straight = new float[] { 1, 100 };

    [Fact]
    public async Task Search_WithSkip_GoesOnWhereItEnded()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        var first = await tools.SearchAsync(Straight, top: 2).Select(static hit => hit.Record.Id).ToListAsync();
        var next = await tools.SearchAsync(Straight, top: 2, new() { Skip = 2 }).Select(static hit => hit.Record.Id).ToListAsync();

        Assert.Equal(["e", "d"], first);
        Assert.Equal(["c", "b"], next);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_VectorsIncludedOrNot_GivesThem(bool included)
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        var hit = await tools.SearchAsync(Straight, top: 1, new() { IncludeVectors = included }).SingleAsync();

        Assert.Equal(included ? [1, 12] : [], hit.Record.Vector.ToArray());
    }

    [Fact]
    public async Task Get_OrderedBySeveral_OrdersRowsThatAreEqualBefore()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        var found = await tools.GetAsync(
            static tool => tool.Number < 12,
            top: 3,
            new() { Skip = 1, OrderBy = static order => order.Descending(tool => tool.IsSold).Descending(tool => tool.Number) }).Select(static tool => tool.Id).ToListAsync();

        Assert.Equal(["a", "d", "b"], found);
    }

    [Fact]
    public async Task Get_OrderedBySeveral_ReadsOnUntilNoEqualIsLeft()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");
        await tools.UpsertAsync(Enumerable.Range(0, 50).Select(static number => new Tool { Id = $"{number:00}", Color = "red", Number = 100 - number, Vector = new float[] { 1, 0 } }));

        var found = await tools.GetAsync(
            static tool => true,
            top: 1,
            new() { OrderBy = static order => order.Ascending(tool => tool.Color).Ascending(tool => tool.Number) }).SingleAsync();

        Assert.Equal("49", found.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task Search_TopOutOfRange_IsRefused(int top)
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await tools.SearchAsync(Straight, top).ToListAsync());
    }

    [Fact]
    public async Task Search_TextWithoutGenerator_IsRefused()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        await Assert.ThrowsAsync<NotSupportedException>(async () => await tools.SearchAsync("kettle", top: 1).ToListAsync());
    }
}
