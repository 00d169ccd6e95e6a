using CsCheck;

namespace Hevlayer.Workers.Tests;

public sealed class LeaseTermsTests
{
    private static readonly Gen<(LeaseTerms Terms, double Chance)> Drawn =
        Gen.Select(Gen.Int[1, 86_400], Gen.Double[0, 1], static (seconds, chance) => (new LeaseTerms(TimeSpan.FromSeconds(seconds)), chance));

    [Fact]
    public void Pause_AfterSuccess_IsAThirdOfTheLeaseOrUpToAFifthLess() => Drawn.Sample(static drawn =>
    {
        var third = drawn.Terms.Lease / 3;

        var pause = drawn.Terms.Pause(succeeded: true, drawn.Chance);

        Assert.InRange(pause, (third * 0.8) - TimeSpan.FromTicks(10), third);
    });

    [Fact]
    public void Pause_TwoChances_Differ()
    {
        var terms = new LeaseTerms(TimeSpan.FromMinutes(5));

        Assert.True(terms.Pause(succeeded: true, 0.1) - terms.Pause(succeeded: true, 0.9) > TimeSpan.FromSeconds(10));
        Assert.True(terms.Pause(succeeded: false, 0.1) > terms.Pause(succeeded: false, 0.9));
    }

    [Fact]
    public void Heartbeats_TwoThatHang_LeaveTheLeaseSafe() => Drawn.Sample(static drawn =>
    {
        var terms = drawn.Terms;

        // The longest pause, a heartbeat that is given up, a pause, and another that is given up.
        var spent = terms.Pause(succeeded: true, 0) + terms.CallLimit + terms.Pause(succeeded: false, drawn.Chance) + terms.CallLimit;

        Assert.False(terms.IsOver(spent));
    });

    [Fact]
    public void Reliable_BeginsAHeartbeatThatMayStillHang_EndsBeforeTheLease() => Drawn.Sample(static drawn =>
        Assert.True(drawn.Terms.Reliable + drawn.Terms.CallLimit <= drawn.Terms.Lease));

    [Theory]
    [InlineData(0, false)]
    [InlineData(49.9, false)]
    [InlineData(50, true)]
    [InlineData(60, true)]
    public void IsOver_LeaseOfAMinute_IsOverTenSecondsEarly(double seconds, bool isOver) =>
        Assert.Equal(isOver, new LeaseTerms(TimeSpan.FromMinutes(1)).IsOver(TimeSpan.FromSeconds(seconds)));
}
