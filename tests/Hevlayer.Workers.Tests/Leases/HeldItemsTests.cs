using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

public sealed class HeldItemsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly HeldItems _held = new(new WorkerTelemetry("products"));

    [Fact]
    public void Add_Documents_AreHeldInTheirOrder()
    {
        Add("b", "a");
        Add("c");

        Assert.Equal(3, _held.Count);
        Assert.Equal(["b", "a", "c"], _held.All.Select(static document => document.Id));
    }

    [Fact]
    public void Add_ClaimedOnceMore_LosesTheEarlierHoldAlone()
    {
        var earlier = Add("a");
        _clock.Advance(TimeSpan.FromSeconds(30));

        var later = Add("a");

        Assert.True(earlier.Lease.Lost.IsCancellationRequested);
        Assert.False(_held.Contains(earlier));
        Assert.False(later.Lease.Lost.IsCancellationRequested);
        Assert.True(_held.Contains(later));
        Assert.Equal(1, _held.Count);
    }

    [Fact]
    public void Remove_EarlierHold_LeavesTheLaterOneAlone()
    {
        var earlier = Add("a");
        var later = Add("a");

        _held.Remove(earlier);

        Assert.True(_held.Contains(later));
        Assert.True(later.Lease.IsSafe);
    }

    [Fact]
    public async Task Remove_SomebodyWaitsForRoom_WakesHim()
    {
        var document = Add("a");
        var waiting = _held.Advanced.WaitAsync(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        _held.Remove(document);

        await waiting;
        Assert.Equal(0, _held.Count);
        Assert.False(_held.Contains(document));
    }

    [Fact]
    public void Remove_LastOfABatch_EndsTheBatchAndNotBefore()
    {
        Add("a", "b");
        var batch = _held.All[0].Batch!;

        _held.Remove(batch.Items[0]);
        _held.Remove(batch.Items[0]);
        Assert.False(batch.Ended.IsCancellationRequested);
        _held.Remove(batch.Items[1]);

        Assert.True(batch.Ended.IsCancellationRequested);
    }

    private HeldItem Add(params IReadOnlyList<string> ids)
    {
        var batch = new HeldBatchOfNobody([.. ids.Select(id => new HeldDocument(id, "holder", new(new(TimeSpan.FromMinutes(1)), _clock.GetTimestamp(), _clock), _clock.GetTimestamp()))]);
        _held.Add(batch);
        return batch.Items[0];
    }

    private sealed class HeldBatchOfNobody(IReadOnlyList<HeldItem> items) : HeldBatch(items)
    {
        public override Task<long> RenewAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task<long> ReleaseAsync(IReadOnlyList<HeldItem> items, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
