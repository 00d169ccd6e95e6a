using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Local.Tests;

public sealed class ClockPumpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithPausesOneAfterAnother_Ends()
    {
        var clock = new FakeTimeProvider();

        var waited = await ClockPump.RunAsync(clock.Advance, () => PauseAsync(clock), cancellationToken: Token);

        Assert.Equal(TimeSpan.FromSeconds(3), waited);
    }

    [Fact]
    public async Task Call_UnderALocalClock_EndsToo()
    {
        var clock = new LocalClock(new FakeTimeProvider());

        await ClockPump.RunAsync(clock.Advance, async () => Assert.Equal(TimeSpan.FromSeconds(3), await PauseAsync(clock)), TimeSpan.FromSeconds(1), Token);
    }

    [Fact]
    public async Task Call_ThatFails_ThrowsItsOwnError()
    {
        var clock = new FakeTimeProvider();

        await Assert.ThrowsAsync<InvalidDataException>(() => ClockPump.RunAsync(clock.Advance, FailAsync, cancellationToken: Token));

        async Task FailAsync()
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, Token);
            throw new InvalidDataException();
        }
    }

    [Fact]
    public async Task Call_ThatWaitsForSomethingElse_IsGivenUp()
    {
        var advanced = 0;

        await Assert.ThrowsAsync<TimeoutException>(() => ClockPump.RunAsync(_ => advanced++, () => new TaskCompletionSource().Task, cancellationToken: Token));

        Assert.Equal(ClockPump.MostSteps, advanced);
    }

    [Fact]
    public async Task Step_OfNothing_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ClockPump.RunAsync(_ => { }, () => Task.CompletedTask, TimeSpan.Zero, Token));

    // Pauses fall on the steps of the pump, so the sum is exact.
    private static async Task<TimeSpan> PauseAsync(TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, Token);
        }

        return clock.GetElapsedTime(began);
    }
}
