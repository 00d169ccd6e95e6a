using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Local.Tests;

public sealed class LocalClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Running_FollowsTheClockBelowIt()
    {
        var (clock, below) = Make();

        below.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Start.AddSeconds(5), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(5), clock.GetElapsedTime(Start.UtcTicks));
    }

    [Fact]
    public void Frozen_StandsUntilItRunsOn_AndGoesOnFromThere()
    {
        var (clock, below) = Make();

        clock.Freeze();
        below.Advance(TimeSpan.FromHours(1));
        Assert.Equal((Start, true), (clock.GetUtcNow(), clock.IsFrozen));

        clock.Run();
        below.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((Start.AddSeconds(1), false), (clock.GetUtcNow(), clock.IsFrozen));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Advance_FrozenOrRunning_FiresWhatIsDueInItsOrder(bool frozen)
    {
        var (clock, _) = Make();
        var fired = new List<(string, DateTimeOffset)>();
        using var late = Timer(clock, fired, "late", 20);
        using var soon = Timer(clock, fired, "soon", 10);
        using var never = Timer(clock, fired, "never", 31);
        if (frozen)
        {
            clock.Freeze();
        }

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([("soon", Start.AddSeconds(10)), ("late", Start.AddSeconds(20))], fired);
        Assert.Equal(Start.AddSeconds(30), clock.GetUtcNow());
        Assert.Equal(Start.AddSeconds(31), clock.NextTimer);
    }

    [Fact]
    public void Timer_OfARunningClock_FiresByTheClockBelow()
    {
        var (clock, below) = Make();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        below.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(1, fired);

        clock.Freeze();
        below.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, fired);

        clock.Run();
        below.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, fired);
    }

    [Fact]
    public void Timer_Disposed_FiresNoMoreAndCannotBeSet()
    {
        var (clock, _) = Make();
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        Assert.Equal((0, null), (fired, clock.NextTimer));
    }

    [Fact]
    public void Advance_Backwards_IsRefused()
    {
        var (clock, _) = Make();

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.MaxValue));
    }

    [Fact]
    public async Task NextDue_OfAGateway_IsTheEndOfItsFirstLease()
    {
        await using var harness = Harness.InProcess();
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b");
        Assert.Null(harness.Gateway.NextDue);
        await harness.ClaimAsync(limit: 1, more: ""","lease_seconds":60""");
        await harness.ClaimAsync(limit: 1, more: ""","lease_seconds":90""");
        Assert.Equal(harness.Clock.GetUtcNow().AddSeconds(60), harness.Gateway.NextDue);

        harness.Clock.Advance(TimeSpan.FromSeconds(30));
        await harness.HeartbeatAsync("w", "a");
        Assert.Equal(harness.Clock.GetUtcNow().AddSeconds(60), harness.Gateway.NextDue);

        harness.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(harness.Gateway.NextDue);
        Assert.Equal(2, await harness.CountAsync("pending"));
    }

    private static (LocalClock Clock, FakeTimeProvider Below) Make()
    {
        var below = new FakeTimeProvider(Start);
        return (new LocalClock(below), below);
    }

    private static ITimer Timer(LocalClock clock, List<(string, DateTimeOffset)> fired, string name, int seconds) =>
        clock.CreateTimer(_ => fired.Add((name, clock.GetUtcNow())), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
