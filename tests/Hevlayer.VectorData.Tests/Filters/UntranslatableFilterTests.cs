using System.Linq.Expressions;

namespace Hevlayer.VectorData.Tests;

/// <summary>What has no translation is refused, and the message quotes it.</summary>
public sealed class UntranslatableFilterTests
{
    public static TheoryData<string, Expression<Func<Tool, bool>>> Filters => new()
    {
        { "StartsWith", static tool => tool.Color!.StartsWith("r") },
        { "== tool.Maybe", static tool => tool.Number == tool.Maybe },
        { "ToUpper", static tool => tool.Color!.ToUpperInvariant() == "RED" },
        { "Number + 1", static tool => tool.Number + 1 == 9 },
        { "Length", static tool => tool.Color!.Length == 3 },
        { "Any", static tool => tool.Sizes!.Any(static size => size > 2) },
        { "Vector", static tool => tool.Vector.Length == 2 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_WithoutTranslation_IsRefusedAndQuoted(string quoted, Expression<Func<Tool, bool>> filter)
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        var error = await Assert.ThrowsAsync<NotSupportedException>(async () => await tools.GetAsync(filter, top: 1).ToListAsync());

        Assert.Contains(quoted, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_OrderOfNumericKeys_IsRefusedByName()
    {
        await using var store = new Store();
        var counted = store.Vectors.GetCollection<int, Counted>("counted");

        var error = await Assert.ThrowsAsync<NotSupportedException>(async () => await counted.GetAsync(static row => row.Number < 9, top: 1).ToListAsync());

        Assert.Contains("Number", error.Message, StringComparison.Ordinal);
    }

    internal sealed class Counted
    {
        [VectorStoreKey]
        public int Number { get; set; }
    }
}
