using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class TakePacingTests
{
    private static readonly WorkLimits Options = new DocumentWorkerOptions().ToLimits();

    [Theory]
    [InlineData(0, 16)]
    [InlineData(15, 16)]
    [InlineData(16, 16)]
    [InlineData(32, 16)]
    [InlineData(33, 0)]
    [InlineData(48, 0)]
    [InlineData(60, 0)]
    public void Size_Defaults_ClaimsWholeBatchesWhileThereIsRoom(int held, int size) => Assert.Equal(size, TakePacing.Size(held, 0, Options));

    [Fact]
    public void Size_PlacesAreFree_ClaimsEvenAFew() =>
        Assert.Equal(3, TakePacing.Size(2, 0, new DocumentWorkerOptions { MaxConcurrentDocuments = 4, MaxHeldDocuments = 5, ClaimLimit = 100 }.ToLimits()));

    [Fact]
    public void Size_AnyOptions_StaysWithinTheLimitsAndNeverLeavesPlacesEmpty() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 200], Gen.Int[1, 50], Gen.Int[0, 100]).Sample(static (held, limit, places, more) =>
        {
            var options = new DocumentWorkerOptions { ClaimLimit = limit, MaxConcurrentDocuments = places, MaxHeldDocuments = places + more };

            var size = TakePacing.Size(held, 0, options.ToLimits());

            Assert.InRange(size, 0, limit);
            Assert.True(size == 0 || held + size <= options.MaxHeldDocuments);
            Assert.True(held >= places || size > 0);
        });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    [InlineData(100, 5)]
    public void AfterNothing_ClaimAfterClaim_DoublesUpToTheLongest(int emptyClaims, double seconds) =>
        AssertPause(seconds, chance => TakePacing.AfterNothing(emptyClaims, Options, chance));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(10_000, 30)]
    public void AfterFailure_ClaimAfterClaim_DoublesUpToTheLongest(int failures, double seconds) =>
        AssertPause(seconds, chance => TakePacing.AfterFailure(failures, Options, chance));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(12, 4)]
    [InlineData(1_000, 30)]
    public void AfterStreak_AttemptAfterAttemptFails_HoldsBackFromTheTenthOn(int streak, double seconds) =>
        AssertPause(seconds, chance => TakePacing.AfterStreak(streak, Options, chance));

    private static void AssertPause(double seconds, Func<double, TimeSpan> pause)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), pause(0));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 0.75), pause(1));
    }
}
