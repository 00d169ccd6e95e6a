using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

public sealed class SignalTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Signal _signal = new();

    [Fact]
    public async Task Set_SomebodyWaits_WakesHim()
    {
        var waiting = WaitAsync();
        Assert.False(waiting.IsCompleted);

        _signal.Set();

        await waiting;
    }

    [Fact]
    public void Set_NobodyWaits_IsKeptForTheNext()
    {
        _signal.Set();

        Assert.True(WaitAsync().IsCompletedSuccessfully);
        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public void Set_SeveralTimes_CountsAsOne()
    {
        _signal.Set();
        _signal.Set();

        Assert.True(WaitAsync().IsCompletedSuccessfully);
        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task Wait_TimeIsOver_Ends()
    {
        var waiting = WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(waiting.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await waiting;
    }

    [Fact]
    public async Task Set_AfterAWaitWhoseTimeWasOver_IsKeptForTheNext()
    {
        var waiting = WaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await waiting;

        _signal.Set();

        Assert.True(WaitAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Set_AfterAWaitThatWasCancelled_IsKeptForTheNext()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = _signal.WaitAsync(TimeSpan.FromSeconds(10), _clock, cancel.Token);
        cancel.Cancel();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(cancel.Token, exception.CancellationToken);

        _signal.Set();

        Assert.True(WaitAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wait_TokenIsCancelledAlready_FailsAndLeavesTheSignalSet()
    {
        _signal.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _signal.WaitAsync(TimeSpan.FromSeconds(10), _clock, new CancellationToken(canceled: true)));

        Assert.True(WaitAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Set_FromManyThreads_WakesAWaiterForEachTimeThatHeComesBack()
    {
        var token = TestContext.Current.CancellationToken;
        var produced = 0;
        var producers = Enumerable.Range(0, 4).Select(_ => Task.Run(
            () =>
            {
                for (var number = 0; number < 5_000; number++)
                {
                    Interlocked.Increment(ref produced);
                    _signal.Set();
                }
            },
            token)).ToList();

        // Whoever waits while work is left must be woken: a lost signal would leave this test hanging.
        var seen = 0;
        while (seen < 20_000)
        {
            await _signal.WaitAsync(TimeSpan.FromDays(1), _clock, token);
            seen = Volatile.Read(ref produced);
        }

        await Task.WhenAll(producers);
        Assert.Equal(20_000, produced);
    }

    private Task WaitAsync() => _signal.WaitAsync(TimeSpan.FromSeconds(10), _clock, TestContext.Current.CancellationToken);
}
