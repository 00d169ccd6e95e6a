namespace Hevlayer.VectorData.Tests;

/// <summary>What is stored comes back as it was.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Record_OfEveryType_ComesBack(bool withVectors)
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        var found = await tools.GetAsync("b", new() { IncludeVectors = withVectors });

        var expected = Tools.All[1];
        Assert.NotNull(found);
        Assert.Equal((expected.Text, expected.Color, expected.Number, expected.Small, expected.Large, expected.Maybe, expected.IsSold), (found.Text, found.Color, found.Number, found.Small, found.Large, found.Maybe, found.IsSold));
        Assert.Equal((expected.Weight, expected.Length, expected.Maker, expected.MadeAt, expected.Day, expected.Time), (found.Weight, found.Length, found.Maker, found.MadeAt, found.Day, found.Time));
        Assert.Equal(expected.Tags, found.Tags);
        Assert.Equal(expected.Sizes, found.Sizes);
        Assert.Equal(expected.SoldAt, found.SoldAt);
        Assert.Equal(expected.Price, found.Price);
        Assert.Equal(withVectors ? expected.Vector.ToArray() : [], found.Vector.ToArray());
    }

    [Fact]
    public async Task Nulls_InRecord_ComeBackAsNulls()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        var found = await tools.GetAsync("c");

        Assert.Null(found!.Color);
        Assert.Null(found.Sizes);
        Assert.Empty(found.Tags!);
    }

    [Fact]
    public async Task Null_AfterAValue_TakesTheValueAway()
    {
        await using var store = new Store();
        var tools = await Tools.FillAsync(store);

        await tools.UpsertAsync(new Tool { Id = "a", Vector = new float[] { 1, 0 } });

        Assert.Null((await tools.GetAsync("a"))!.Color);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("79228162514264")]
    [InlineData("-12345.6789012345")]
    public async Task Decimal_OfUpTo15Digits_ComesBackExactly(string digits)
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");
        var price = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

        await tools.UpsertAsync(new Tool { Id = "a", Price = price, Vector = new float[] { 1, 0 } });

        Assert.Equal(price, (await tools.GetAsync("a"))!.Price);
    }

    [Fact]
    public async Task Decimal_WithMoreDigits_IsRefusedByName()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");

        var error = await Assert.ThrowsAsync<ArgumentException>(() => tools.UpsertAsync(new Tool { Id = "a", Price = 1.2345678901234567890m, Vector = new float[] { 1, 0 } }));

        Assert.Contains("'Price'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_Local_IsStoredInUtc()
    {
        await using var store = new Store();
        var tools = store.Vectors.GetCollection<string, Tool>("tools");
        var local = new DateTime(2026, 5, 6, 7, 8, 9, DateTimeKind.Local);

        await tools.UpsertAsync(new Tool { Id = "a", MadeAt = local, Vector = new float[] { 1, 0 } });

        var found = (await tools.GetAsync("a"))!.MadeAt;
        Assert.Equal(DateTimeKind.Utc, found.Kind);
        Assert.Equal(local.ToUniversalTime(), found);
    }
}
