using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class RetryPauseTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0.75)]
    [InlineData(2, 0, 2)]
    [InlineData(4, 0.5, 7)]
    [InlineData(6, 0, 32)]
    [InlineData(7, 0, 60)]
    [InlineData(35, 1, 45)]
    public void After_FailureAfterFailure_DoublesUpToTheLongest(int failures, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPause.After(failures, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), chance));

    [Fact]
    public void After_AnyFailureAndChance_IsWithinAQuarterBelowTheLongest() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, 10_000], Gen.Int[1, 10_000], Gen.Double[0, 1]).Sample(static (failures, first, more, chance) =>
        {
            var shortest = TimeSpan.FromMilliseconds(first);
            var longest = TimeSpan.FromMilliseconds(first + more);

            var pause = RetryPause.After(failures, shortest, longest, chance);

            Assert.InRange(pause, (shortest * 0.75) - TimeSpan.FromTicks(1), longest);
        });

    [Fact]
    public void After_FailureAfterFailure_GivesHalfAnHourToAGateway()
    {
        var retry = new DocumentRetryOptions();

        var total = Enumerable.Range(1, retry.MaxGatewayFailures - 1)
            .Aggregate(TimeSpan.Zero, (sum, failure) => sum + RetryPause.After(failure, retry.BaseDelay, retry.MaxDelay, 0.5));

        Assert.InRange(total, TimeSpan.FromMinutes(24), TimeSpan.FromMinutes(34));
    }
}
