using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

public sealed class HeldDocumentsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HeldDocuments _held;

    public HeldDocumentsTests() => _held = new HeldDocuments(new(TimeSpan.FromMinutes(1)), _clock, new("products"));

    [Fact]
    public void Add_Documents_AreHeldInTheirOrder()
    {
        _held.Add(["b", "a"], _clock.GetTimestamp());
        _held.Add(["c"], _clock.GetTimestamp());

        Assert.Equal(3, _held.Count);
        Assert.Equal(["b", "a", "c"], _held.All.Select(static document => document.Id));
    }

    [Fact]
    public void Add_ClaimedOnceMore_LosesTheEarlierHoldAlone()
    {
        var earlier = _held.Add(["a"], _clock.GetTimestamp())[0];
        _clock.Advance(TimeSpan.FromSeconds(30));

        var later = _held.Add(["a"], _clock.GetTimestamp())[0];

        Assert.True(earlier.Lost.IsCancellationRequested);
        Assert.False(_held.Contains(earlier));
        Assert.False(later.Lost.IsCancellationRequested);
        Assert.True(_held.Contains(later));
        Assert.Equal(1, _held.Count);
    }

    [Fact]
    public void Remove_EarlierHold_LeavesTheLaterOneAlone()
    {
        var earlier = _held.Add(["a"], _clock.GetTimestamp())[0];
        var later = _held.Add(["a"], _clock.GetTimestamp())[0];

        _held.Remove(earlier);

        Assert.True(_held.Contains(later));
        Assert.True(later.IsSafe);
    }

    [Fact]
    public async Task Remove_SomebodyWaitsForRoom_WakesHim()
    {
        var document = _held.Add(["a"], _clock.GetTimestamp())[0];
        var waiting = _held.Left.WaitAsync(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        _held.Remove(document);

        await waiting;
        Assert.Equal(0, _held.Count);
        Assert.False(_held.Contains(document));
    }
}
