using System.Globalization;
using CsCheck;

namespace Hevlayer.Tests.Retries;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 500, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("007", 7)]
    [InlineData("0.1", 1)]
    [InlineData("2.0", 2)]
    [InlineData("Fri, 02 Jan 2026 03:04:06 GMT", 1)]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Friday, 02-Jan-26 03:05:05 GMT", 60)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [InlineData("99999999999999", 365 * 24 * 3600)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 365 * 24 * 3600)]
    public void Parse_SecondsOrDate_IsRoundedUpToSeconds(string text, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(text, Now));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    public void Parse_NeitherSecondsNorDate_IsNothing(string text) =>
        Assert.Null(RetryAfter.Parse(text, Now));

    [Fact]
    public void Parse_AnyText_IsNothingOrNotNegative() =>
        Texts.Any.Sample(text => RetryAfter.Parse(text, Now) is null or { Ticks: >= 0 });

    [Fact]
    public void Parse_AnySeconds_AreWholeAndNeverLess() =>
        Gen.Double[0, 100_000].Sample(seconds =>
        {
            var text = seconds.ToString("0.###", CultureInfo.InvariantCulture);
            var pause = RetryAfter.Parse(text, Now)!.Value;
            return pause.Ticks % TimeSpan.TicksPerSecond == 0
                && pause.TotalSeconds >= double.Parse(text, CultureInfo.InvariantCulture)
                && pause.TotalSeconds < seconds + 1.001;
        });

    [Theory]
    [MemberData(nameof(Cultures.Odd), MemberType = typeof(Cultures))]
    public async Task Parse_OddCulture_ReadsTheSame(string culture) =>
        Assert.Equal(
            (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)),
            await Cultures.RunAsync(culture, () => Task.FromResult(
                (RetryAfter.Parse("1.5", Now)!.Value, RetryAfter.Parse("Fri, 02 Jan 2026 03:05:05 GMT", Now)!.Value))));
}
