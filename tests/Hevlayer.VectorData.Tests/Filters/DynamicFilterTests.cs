using System.Linq.Expressions;

namespace Hevlayer.VectorData.Tests;

/// <summary>Filters over dictionaries.</summary>
public sealed class DynamicFilterTests
{
    private static readonly VectorStoreCollectionDefinition Definition = new()
    {
        Properties =
        [
            new VectorStoreKeyProperty("Id", typeof(string)),
            new VectorStoreDataProperty("Number", typeof(int)),
            new VectorStoreDataProperty("Color", typeof(string)),
            new VectorStoreDataProperty("Tags", typeof(string[])),
        ],
    };

    public static TheoryData<Expression<Func<Dictionary<string, object?>, bool>>, string> Filters => new()
    {
        { static row => (int)row["Number"]! == 8, "a" },
        { static row => 8 < (int)row["Number"]!, "b c" },
        { static row => (string?)row["Color"] == "red", "a c" },
        { static row => row["Color"] == null, "b" },
        { static row => ((string[])row["Tags"]!).Contains("x"), "a c" },
        { static row => ((string[])row["Tags"]!).Any(tag => new[] { "y" }.Contains(tag)), "c" },
        { static row => new[] { 8, 9 }.Contains((int)row["Number"]!) && !((int)row["Number"]! == 9), "a" },
        { static row => true, "a b c" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_OverDictionary_FindsRows(Expression<Func<Dictionary<string, object?>, bool>> filter, string expected)
    {
        await using var store = new Store();
        var rows = await FillAsync(store);

        var found = await rows.GetAsync(filter, top: 10).Select(static row => (string)row["Id"]!).ToListAsync();

        Assert.Equal(expected.Split(' '), found);
    }

    [Fact]
    public async Task Filter_PropertyThatIsNotDefined_IsRefusedByName()
    {
        await using var store = new Store();
        var rows = await FillAsync(store);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await rows.GetAsync(static row => row["Numbr"] == null, top: 1).ToListAsync());

        Assert.Contains("Numbr", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upsert_ValueOfAnotherType_IsRefusedByName()
    {
        await using var store = new Store();
        var rows = store.Vectors.GetDynamicCollection("rows", Definition);

        var error = await Assert.ThrowsAsync<InvalidCastException>(() => rows.UpsertAsync(new Dictionary<string, object?> { ["Id"] = "a", ["Number"] = "eight" }));

        Assert.Contains("Number", error.Message, StringComparison.Ordinal);
    }

    private static async Task<HevlayerDynamicCollection> FillAsync(Store store)
    {
        var rows = store.Vectors.GetDynamicCollection("rows", Definition);
        await rows.UpsertAsync(
        [
            new() { ["Id"] = "a", ["Number"] = 8, ["Color"] = "red", ["Tags"] = new[] { "x" } },
            new() { ["Id"] = "b", ["Number"] = 9, ["Color"] = null, ["Tags"] = Array.Empty<string>() },
            new() { ["Id"] = "c", ["Number"] = 10, ["Color"] = "red", ["Tags"] = new[] { "x", "y" } },
        ]);
        return rows;
    }
}
