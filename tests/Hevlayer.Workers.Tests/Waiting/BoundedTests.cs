using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

public sealed class BoundedTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _clock = new();
    private readonly TaskCompletionSource _work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Ends_WorkEnds_IsTrueHoweverItEnds()
    {
        Assert.True(await Bounded.EndsAsync(Task.CompletedTask, Grace, _clock, TestContext.Current.CancellationToken));
        Assert.True(await Bounded.EndsAsync(Task.FromException(new InvalidOperationException()), Grace, _clock, TestContext.Current.CancellationToken));
        var waiting = Bounded.EndsAsync(_work.Task, Grace, _clock, TestContext.Current.CancellationToken);

        _work.SetException(new InvalidOperationException());

        Assert.True(await waiting);
    }

    [Fact]
    public async Task Ends_NotCancelled_WaitsForHoursOn()
    {
        var waiting = Bounded.EndsAsync(_work.Task, Grace, _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(5));
        Assert.False(waiting.IsCompleted);

        _work.SetResult();

        Assert.True(await waiting);
    }

    [Fact]
    public async Task Ends_CancelledAndWorkGoesOn_IsFalseAfterTheGrace()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = Bounded.EndsAsync(_work.Task, Grace, _clock, cancel.Token);
        cancel.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(waiting.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.False(await waiting);
    }

    [Fact]
    public async Task Ends_CancelledAndWorkListens_IsTrue()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = Bounded.EndsAsync(_work.Task, Grace, _clock, cancel.Token);

        cancel.Cancel();
        _work.SetCanceled(cancel.Token);

        Assert.True(await waiting);
    }
}
