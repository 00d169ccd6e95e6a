using System.Text.Json;

namespace Hevlayer.Tests.Building;

public sealed class FilterRefusalTests
{
    public static TheoryData<string, string, Func<Filter>> Refusals => new()
    {
        { "attribute", "empty", () => Filter.Eq("", 1) },
        { "attribute", "empty", () => Filter.In(" ", 1) },
        { "attribute", "empty", () => Filter.Glob("", "*") },
        { "attribute", "empty", () => Filter.ContainsAllTokens("", "red") },
        { "attribute", "empty", () => Filter.Eq("a", Filter.Incoming("")) },
        { "pattern", "empty", () => Filter.Regex("path", "") },
        { "text", "empty", () => Filter.ContainsTokenSequence("text", " ") },
        { "bound", "null", () => Filter.Lt("price", AttributeValue.Null) },
        { "bound", "null", () => Filter.AnyGte("sizes", (string?)null) },
        { "values", "at least one", () => Filter.In("color") },
        { "values", "at least one", () => Filter.NotContainsAny("color", []) },
        { "values[1]", "list", () => Filter.In("color", "red", new[] { "blue" }) },
        { "filters", "at least one", () => Filter.And() },
        { "filters", "at least one", () => Filter.Or([]) },
        { "filters[0]", "null", () => Filter.And(null!, Filter.Eq("a", 1)) },
        { "json", "not JSON", () => Filter.Raw("[") },
        { "json", "an empty array", () => Filter.Raw("[]") },
        { "json", "a JSON Object", () => Filter.Raw("{}") },
        { "json", "not set", () => Filter.Raw(default(JsonElement)) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WrongFilter_IsRefusedWithTheArgumentAndTheReason(string argument, string reason, Func<Filter> make)
    {
        var error = Assert.ThrowsAny<ArgumentException>(make);

        Assert.Equal(argument, error.ParamName);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumberThatJsonHasNot_IsRefused(double number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Filter.Eq("price", number));

    [Fact]
    public void OperatorsWithoutAFilter_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Filter.Eq("a", 1) & null!);
        Assert.Throws<ArgumentNullException>(() => null! | Filter.Eq("a", 1));
        Assert.Throws<ArgumentNullException>(() => !(Filter)null!);
    }
}
