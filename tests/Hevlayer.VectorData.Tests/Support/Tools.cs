using System.Linq.Expressions;

namespace Hevlayer.VectorData.Tests;

/// <summary>Five tools in a collection: the answer of a filter is that of the same lambda over them in memory.</summary>
internal static class Tools
{
    public static readonly Guid Maker = new("603840bf-cf91-4521-8b8e-8b6a2e75910a");

    public static IReadOnlyList<Tool> All { get; } =
    [
        Make("a", 8, "red", ["old", "x"], [1, 2], null, true),
        Make("b", 9, "blue", ["new"], [2, 3], 5, false),
        Make("c", 10, null, [], null, 8, true),
        Make("d", 11, "red", ["x", "y"], [7], -1, false),
        Make("e", 12, "it's \"so\" ['much']", null, [], 12, false),
    ];

    public static async Task<HevlayerCollection<string, Tool>> FillAsync(Store store)
    {
        var tools = store.Vectors.GetCollection<string, Tool>("tools");
        await tools.UpsertAsync(All);
        return tools;
    }

    /// <summary>Compares the ids that the collection finds with those that the lambda finds in memory.</summary>
    public static async Task AssertSameAsync(HevlayerCollection<string, Tool> tools, Expression<Func<Tool, bool>> filter)
    {
        var found = await tools.GetAsync(filter, top: 100).Select(static tool => tool.Id).ToListAsync();
        var searched = await tools.SearchAsync(new ReadOnlyMemory<float>([1, 0]), top: 100, new() { Filter = filter }).Select(static hit => hit.Record.Id).ToListAsync();

        var expected = All.Where(filter.Compile()).Select(static tool => tool.Id).ToList();
        Assert.Equal(expected, found);
        Assert.Equal(expected, searched.Order(StringComparer.Ordinal));
    }

    private static Tool Make(string id, int number, string? color, string[]? tags, List<int>? sizes, int? maybe, bool isSold) => new()
    {
        Id = id,
        Text = $"tool number {number}",
        Color = color,
        Number = number,
        Small = (byte)number,
        Large = number * 1_000_000_000_000_000L,
        Maybe = maybe,
        IsSold = isSold,
        Weight = number + 0.1f,
        Length = number / 3.0,
        Price = number + 0.99m,
        Maker = number == 9 ? Maker : Guid.Empty,
        MadeAt = new DateTime(2026, 1, number, 12, 30, 45, DateTimeKind.Utc).AddTicks(number),
        SoldAt = new DateTimeOffset(2026, 2, number, 1, 0, 0, TimeSpan.FromHours(number - 8)),
        Day = new DateOnly(2026, 3, number),
        Time = new TimeOnly(number, 59, 1),
        Tags = tags,
        Sizes = sizes,
        Vector = new float[] { 1, number },
    };
}
