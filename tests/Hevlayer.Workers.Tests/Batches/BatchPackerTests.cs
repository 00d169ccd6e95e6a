using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class BatchPackerTests
{
    private static readonly Gen<BatchLimits> AnyLimits =
        Gen.Select(Gen.Int[1, 20], Gen.Long[1, 100], Gen.Long[1, 50], static (items, bytes, tokens) => new BatchLimits(items, bytes, tokens));

    private static readonly Gen<(TextSize[] Texts, BatchLimits Limits)> Drawn = AnyLimits.SelectMany(static limits =>
        Gen.Select(Gen.Long[0, limits.Bytes], Gen.Long[0, limits.Tokens], static (bytes, tokens) => new TextSize(bytes, tokens)).Array[0, 30].Select(texts => (texts, limits)));

    [Fact]
    public void Pack_AnyTexts_TakesTheLongestPrefixThatFits() => Drawn.Sample(static drawn =>
    {
        var (count, _) = BatchPacker.Pack(drawn.Texts, drawn.Limits);

        Assert.True(Fits(drawn.Texts[..count], drawn.Limits));
        Assert.True(count == drawn.Texts.Length || !Fits(drawn.Texts[..(count + 1)], drawn.Limits));
        Assert.True(count > 0 || drawn.Texts.Length == 0);
    });

    [Fact]
    public void Pack_AnyTexts_IsFullWhenMoreWaitOrNothingMoreCanCome() => Drawn.Sample(static drawn =>
    {
        var (count, isFull) = BatchPacker.Pack(drawn.Texts, drawn.Limits);

        var taken = drawn.Texts[..count];
        var isAtALimit = count == drawn.Limits.Items
            || taken.Sum(static text => text.Bytes) == drawn.Limits.Bytes
            || taken.Sum(static text => text.Tokens) == drawn.Limits.Tokens;
        Assert.Equal(count < drawn.Texts.Length || isAtALimit, isFull);
    });

    [Fact]
    public void Fill_AnyBatchThatFits_IsTheShareOfTheLimitItIsClosestTo() => Drawn.Sample(static drawn =>
    {
        var (count, _) = BatchPacker.Pack(drawn.Texts, drawn.Limits);
        var taken = drawn.Texts[..count];

        var fill = BatchPacker.Fill(taken, drawn.Limits);

        Assert.InRange(fill, 0, 1);
        Assert.True(fill >= (double)count / drawn.Limits.Items);
        Assert.True(fill >= (double)taken.Sum(static text => text.Bytes) / drawn.Limits.Bytes);
        Assert.True(fill >= (double)taken.Sum(static text => text.Tokens) / drawn.Limits.Tokens);
    });

    [Theory]
    [InlineData(3, 3, 3, 2)]
    [InlineData(9, 1, 1, 1)]
    [InlineData(1, 9, 1, 1)]
    public void Pack_MoreThanTheUsualTokens_TakesOneTextAtLeast(long first, long second, long third, int taken)
    {
        var (count, isFull) = BatchPacker.Pack([new(1, first), new(1, second), new(1, third)], new(10, 100, 100) { UsualTokens = 6 });

        Assert.Equal((taken, true), (count, isFull));
    }

    [Theory]
    [InlineData(10, 5, null)]
    [InlineData(11, 5, "has 11 bytes, and a batch takes at most 10")]
    [InlineData(10, 6, "has 6 tokens, and a batch takes at most 5")]
    public void Problem_OneText_NamesSizeAndLimit(long bytes, long tokens, string? problem) =>
        Assert.Equal(problem, BatchPacker.Problem(new(bytes, tokens), new(4, 10, 5)));

    [Fact]
    public void Limits_Options_AreTakenOver()
    {
        Assert.Equal(new BatchLimits(64, 1024 * 1024, long.MaxValue), BatchLimits.Of(new()));
        Assert.Equal(new BatchLimits(2, 3, 4), BatchLimits.Of(new() { MaxBatchItems = 2, MaxBatchBytes = 3, MaxBatchTokens = 4 }));
    }

    private static bool Fits(TextSize[] texts, BatchLimits limits) =>
        texts.Length <= limits.Items && texts.Sum(static text => text.Bytes) <= limits.Bytes && texts.Sum(static text => text.Tokens) <= limits.Tokens;
}
