using System.Linq.Expressions;

namespace Hevlayer.VectorData.Tests;

/// <summary>Each form of a filter finds what the same lambda finds in memory.</summary>
public sealed class FilterFormTests
{
    private const int Eight = 8;
    private static readonly int[] Numbers = [8, 10, 99];
    private static readonly string?[] Colors = ["red", "it's \"so\" ['much']"];
    private static readonly DateTime Moment = new(2026, 1, 10, 12, 30, 45, DateTimeKind.Utc);
    private readonly Nested _nested = new();

    [Fact]
    public Task Equality_OfEveryType_FindsTheSame() => CheckAsync(
        static tool => tool.Number == 8,
        static tool => 8 == tool.Number,
        static tool => tool.Number != 8,
        static tool => tool.Color == "red",
        static tool => tool.Color == "it's \"so\" ['much']",
        static tool => tool.Color != "red",
        static tool => tool.Small == 9,
        static tool => tool.Large == 10_000_000_000_000_000,
        static tool => tool.Weight == 9.1f,
        static tool => tool.Length == 4,
        static tool => tool.Price == 11.99m,
        static tool => tool.Maker == Tools.Maker,
        static tool => tool.MadeAt == new DateTime(2026, 1, 8, 12, 30, 45, DateTimeKind.Utc).AddTicks(8),
        static tool => tool.SoldAt == new DateTimeOffset(2026, 2, 9, 0, 0, 0, TimeSpan.Zero),
        static tool => tool.Day == new DateOnly(2026, 3, 9),
        static tool => tool.Time == new TimeOnly(9, 59, 1),
        static tool => tool.Id == "c");

    [Fact]
    public Task Order_OfEveryTypeThatHasOne_FindsTheSame() => CheckAsync(
        static tool => tool.Number < 10,
        static tool => tool.Number <= 10,
        static tool => 10 < tool.Number,
        static tool => 10 >= tool.Number,
        static tool => tool.Small > 9,
        static tool => tool.Large >= 10_000_000_000_000_000,
        static tool => tool.Weight > 9.05,
        static tool => tool.Length < 3.5,
        static tool => tool.Price < 10,
        static tool => tool.Price >= 10.99m,
        static tool => tool.MadeAt > Moment,
        static tool => tool.SoldAt < new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.FromHours(1)),
        static tool => tool.Day >= new DateOnly(2026, 3, 10),
        static tool => tool.Time < new TimeOnly(10, 0, 0),
        static tool => tool.Maybe < 8);

    [Fact]
    public Task Logic_NestedAndNegated_FindsTheSame() => CheckAsync(
        static tool => tool.Number == 8 && tool.Color == "red",
        static tool => tool.Number == 9 || tool.Color == "red",
        static tool => (tool.Number == 8 || tool.Number == 9) && !(tool.Color == "red"),
        static tool => !(tool.Number == 8 && tool.Color == "red"),
        static tool => !(tool.Number == 8 || tool.Color == "red"),
        static tool => !(tool.Number != 8),
        static tool => !(tool.Number < 10),
        static tool => tool.IsSold,
        static tool => !tool.IsSold,
        static tool => tool.IsSold || !tool.IsSold,
        static tool => tool.IsSold == false,
        static tool => true,
        static tool => false,
        static tool => tool.IsSold && true,
        static tool => tool.IsSold || true);

    [Fact]
    public Task Nulls_ComparedAndLifted_FindTheSame()
    {
        int? some = 8;
        int? none = null;
        string? nothing = null;
        return CheckAsync(
            static tool => tool.Color == null,
            static tool => tool.Color != null,
            tool => tool.Color == nothing,
            static tool => tool.Maybe == null,
            static tool => tool.Maybe.HasValue,
            static tool => !tool.Maybe.HasValue,
            static tool => tool.Maybe.HasValue && tool.Maybe.Value == 5,
            tool => tool.Number == some,
            tool => tool.Number == none,
            tool => tool.Number == some!.Value,
            tool => tool.Maybe > none,
            static tool => tool.Tags == null,
            static tool => tool.Maybe != 5);
    }

    [Fact]
    public Task Lists_ContainedAndContaining_FindTheSame()
    {
        var captured = new List<string?> { "blue", null };
        var none = Array.Empty<int>();
        string[] wanted = ["x", "nothing"];
        return CheckAsync(
            static tool => new[] { 8, 10 }.Contains(tool.Number),
            static tool => Numbers.Contains(tool.Number),
            static tool => !Numbers.Contains(tool.Number),
            static tool => Colors.Contains(tool.Color),
            tool => captured.Contains(tool.Color),
            tool => none.Contains(tool.Number),
            tool => !none.Contains(tool.Number),
            static tool => new List<string> { "a", "e" }.Contains(tool.Id),
            static tool => MemoryExtensions.Contains(Numbers, tool.Number),
            static tool => MemoryExtensions.Contains(Numbers, tool.Number, null),
            static tool => tool.Tags != null && tool.Tags.Contains("x"),
            static tool => tool.Sizes != null && tool.Sizes.Contains(2),
            static tool => tool.Sizes != null && !tool.Sizes.Contains(2),
            tool => tool.Tags != null && tool.Tags.Any(tag => wanted.Contains(tag)),
            static tool => tool.Tags != null && tool.Tags.Any(static tag => tag == "new"),
            static tool => tool.Sizes != null && tool.Sizes.Any(size => new[] { 3, 7 }.Contains(size)));
    }

    [Fact]
    public Task Values_FromEverywhere_FindTheSame()
    {
        var local = 8;
        return CheckAsync(
            tool => tool.Number == local,
            static tool => tool.Number == Eight,
            tool => tool.Number == _nested.Inner.Number,
            static tool => tool.Number == Numbers[0],
            tool => tool.Number == Math.Max(local, 9),
            static tool => tool.MadeAt > Moment.AddDays(-1),
            tool => tool.Color == $"{(local == 8 ? "red" : "blue")}");
    }

    private static async Task CheckAsync(params Expression<Func<Tool, bool>>[] filters)
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);
        foreach (var filter in filters)
        {
            await Tools.AssertSameAsync(tools, filter);
        }
    }

    private sealed class Nested
    {
        public Leaf Inner { get; } = new();

        public sealed class Leaf
        {
            public int Number { get; set; } = 9;
        }
    }
}
