using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Tests.Retries;

public sealed class RetryDecisionTests
{
    private static readonly Gen<FailureKind> Kinds = Gen.Int[0, 5].Select(number => (FailureKind)number);

    [Fact]
    public void NextPause_Anything_EndsBeforeTheDeadline() =>
        Gen.Select(Kinds, Gen.Int[0, 200], Gen.Int[0, 300].Select(seconds => seconds > 200 ? default(int?) : seconds), Gen.Double[0, 0.999]).Sample(
            (kind, elapsed, retryAfter, random) =>
            {
                var spent = TimeSpan.FromSeconds(elapsed);
                var pause = RetryRule.NextPause(Call(), Failure(kind, retryAfter), spent, random);
                return pause is not { } time || (time >= TimeSpan.Zero && spent + time < TimeSpan.FromMinutes(2));
            });

    [Fact]
    public void NextPause_LastAttempt_GivesUp() =>
        Kinds.Sample(kind => RetryRule.NextPause(Call(attempts: 5), Failure(kind), TimeSpan.Zero, 0.5) is null);

    [Fact]
    public void NextPause_RetryAfter_WinsOverTheUsualPause() =>
        Assert.Equal(TimeSpan.FromSeconds(42), RetryRule.NextPause(Call(), Failure(FailureKind.Refused, 42), TimeSpan.Zero, 0.5));

    [Fact]
    public void NextPause_RetryAfterLongerThanTheLongestPause_IsHonoured() =>
        Assert.Equal(TimeSpan.FromSeconds(60), RetryRule.NextPause(Call(), Failure(FailureKind.Refused, 60), TimeSpan.Zero, 0.5));

    [Fact]
    public void NextPause_Draining_IsNoneOnceAndThenTheUsual()
    {
        var call = Call();
        Assert.Equal(TimeSpan.Zero, RetryRule.NextPause(call, Failure(FailureKind.Draining), TimeSpan.Zero, 0.5));

        call.Retry(Failure(FailureKind.Draining), TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromMilliseconds(200), RetryRule.NextPause(call, Failure(FailureKind.Draining), TimeSpan.Zero, 0.5));
    }

    [Fact]
    public void NextPause_DeadlineIsReachedByThePause_GivesUp()
    {
        Assert.Null(RetryRule.NextPause(Call(), Failure(FailureKind.Refused, 20), TimeSpan.FromSeconds(100), 0.5));
        Assert.NotNull(RetryRule.NextPause(Call(), Failure(FailureKind.Refused, 19), TimeSpan.FromSeconds(100), 0.5));
    }

    private static CallState Call(int attempts = 1) =>
        new(GatewayOperations.GetPipelineDocumentChunks, new() { TimeProvider = new FakeTimeProvider() }, null) { Attempts = attempts };

    private static HevlayerException Failure(FailureKind kind, int? retryAfter = null) =>
        new("failed") { Kind = kind, RetryAfter = retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
}
