using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

/// <summary>A lease of a minute is relied on for 50 seconds.</summary>
public sealed class LeaseTests
{
    private static readonly LeaseTerms Terms = new(TimeSpan.FromMinutes(1));

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Lease_NoHeartbeat_IsLostAtTheMarginAndNotBefore()
    {
        using var held = Hold();

        _clock.Advance(TimeSpan.FromSeconds(49.999));
        Assert.False(held.Lost.IsCancellationRequested);
        Assert.True(held.IsSafe);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(held.Lost.IsCancellationRequested);
        Assert.False(held.IsSafe);
        Assert.Equal(TimeSpan.Zero, held.TimeLeft);
    }

    [Fact]
    public void Lease_ReplyToTheClaimCameLate_CountsFromWhenItWasSent()
    {
        var sentAt = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(20));

        using var held = Hold(sentAt);

        Assert.Equal(TimeSpan.FromSeconds(30), held.TimeLeft);
    }

    [Fact]
    public void Lease_ReplyToTheClaimCameAfterTheMargin_IsLostFromTheBeginning()
    {
        var sentAt = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(50));

        using var held = Hold(sentAt);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.False(held.IsSafe);
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void Renew_ReplyCameLate_CountsFromWhenTheHeartbeatWasSent()
    {
        using var held = Hold();
        _clock.Advance(TimeSpan.FromSeconds(20));
        var sentAt = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(10));

        held.Renew(sentAt);

        Assert.Equal(TimeSpan.FromSeconds(40), held.TimeLeft);
        Assert.Equal(TimeSpan.FromSeconds(10), held.RenewalAge);
        _clock.Advance(TimeSpan.FromSeconds(40));
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void Renew_AnOlderHeartbeat_ChangesNothing()
    {
        using var held = Hold();
        _clock.Advance(TimeSpan.FromSeconds(10));
        var older = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(10));
        held.Renew(_clock.GetTimestamp());

        held.Renew(older);

        Assert.Equal(TimeSpan.FromSeconds(50), held.TimeLeft);
    }

    [Fact]
    public void Renew_LeaseIsLost_StaysLost()
    {
        using var held = Hold();
        _clock.Advance(TimeSpan.FromSeconds(40));
        var sentAt = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(10));

        held.Renew(sentAt);

        Assert.False(held.IsSafe);
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void Renew_MarginPassedAndNoTimerRan_StaysLost()
    {
        var clock = new IdleTimersClock();
        using var held = new Lease(Terms, clock.GetTimestamp(), clock);
        clock.Pass(TimeSpan.FromSeconds(40));
        var sentAt = clock.GetTimestamp();
        clock.Pass(TimeSpan.FromSeconds(15));

        held.Renew(sentAt);

        Assert.False(held.IsSafe);
    }

    [Fact]
    public void Timer_RunsEarly_LosesNothingAndRunsAgain()
    {
        var clock = new IdleTimersClock();
        using var held = new Lease(Terms, clock.GetTimestamp(), clock);
        clock.Pass(TimeSpan.FromSeconds(49));

        clock.Last.Fire();

        Assert.False(held.Lost.IsCancellationRequested);
        Assert.InRange(clock.Last.DueTime, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.1));
        clock.Pass(TimeSpan.FromSeconds(1));
        clock.Last.Fire();
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public void Lose_Held_CancelsTheWorkAtOnce()
    {
        using var held = Hold();

        held.Lose();

        Assert.True(held.Lost.IsCancellationRequested);
        Assert.False(held.IsSafe);
    }

    [Fact]
    public void Lease_HoldHasEnded_CancelsNothingAnyMore()
    {
        var held = Hold();
        held.Dispose();

        _clock.Advance(TimeSpan.FromMinutes(5));
        held.Lose();

        Assert.False(held.Lost.IsCancellationRequested);
    }

    private Lease Hold(long? claimedAt = null) => new(Terms, claimedAt ?? _clock.GetTimestamp(), _clock);
}
