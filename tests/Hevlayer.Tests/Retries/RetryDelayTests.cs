using CsCheck;

namespace Hevlayer.Tests.Retries;

public sealed class RetryDelayTests
{
    private static readonly Gen<HevlayerRetryOptions> Options =
        Gen.Select(Gen.Int[0, 5_000], Gen.Int[0, 60_000]).Select((lowest, more) => new HevlayerRetryOptions
        {
            BaseDelay = TimeSpan.FromMilliseconds(lowest),
            MaxDelay = TimeSpan.FromMilliseconds(lowest + more),
        });

    private static readonly Gen<double> Random = Gen.Double[0, 0.9999999];

    [Fact]
    public void Next_Anything_IsWithinItsBounds() =>
        Gen.Select(Gen.Int[0, 600_000].Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)), Options, Random).Sample(
            (previous, options, random) =>
            {
                var pause = RetryRule.Jitter(previous, options, random);
                return pause >= options.BaseDelay
                    && pause <= options.MaxDelay
                    && (pause <= previous * 3 || pause == options.BaseDelay);
            });

    [Fact]
    public void Next_LargerRandom_IsNeverShorter() =>
        Gen.Select(Gen.Int[0, 60_000], Options, Random, Random).Sample((previous, options, one, other) =>
        {
            var (low, high) = one < other ? (one, other) : (other, one);
            var last = TimeSpan.FromMilliseconds(previous);
            return RetryRule.Jitter(last, options, low) <= RetryRule.Jitter(last, options, high);
        });

    [Fact]
    public void Next_FirstPause_IsTheShortest() =>
        Assert.Equal(TimeSpan.FromMilliseconds(200), RetryRule.Jitter(TimeSpan.Zero, new(), 0.99));
}
