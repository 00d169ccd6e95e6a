namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A long poll waits longer than its messages are hidden: for 20 seconds and for 15.</summary>
public sealed class LongPollTests
{
    private readonly SourceBench _bench = new(longPoll: TimeSpan.FromSeconds(20), visibility: TimeSpan.FromSeconds(15));

    [Fact]
    public void Message_ComesLateInALongPoll_IsRenewedBeforeItIsWorkedOn()
    {
        TimeSpan? mappedAt = null;
        var worker = _bench.Start((message, _) =>
        {
            mappedAt = _bench.Now;
            return Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text));
        });
        _bench.Run(TimeSpan.FromSeconds(18));

        _bench.Queue.Send("a");
        _bench.RunUntilEmpty();

        var renewed = Assert.Single(_bench.Queue.Of(QueueAction.Extend));
        Assert.InRange(renewed.At, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(18.2));
        Assert.True(mappedAt > renewed.At);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Single(_bench.Shelf.Staged);
    }

    [Fact]
    public void Message_ComesAtOnce_IsNotRenewedBefore()
    {
        _bench.Queue.Send("a");
        _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Empty(_bench.Queue.Of(QueueAction.Extend));
    }

    [Fact]
    public void Message_ComesLateAndIsLost_IsNotWorkedOn()
    {
        var mapped = 0;
        _bench.Queue.Script = static call => call.Action == QueueAction.Extend ? QueueFate.Fails : null;
        var worker = _bench.Start((message, _) =>
        {
            mapped++;
            return Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text));
        });
        _bench.Run(TimeSpan.FromSeconds(18));

        _bench.Queue.Send("a");
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(0, mapped);
        Assert.Empty(_bench.Shelf.Calls);
    }

    [Fact]
    public void Receive_WaitedAsLongAsThePause_IsFollowedByTheNextAtOnce()
    {
        _bench.Start();

        _bench.Run(TimeSpan.FromSeconds(61));

        Assert.Equal([0, 20, 40, 60], _bench.Queue.Of(QueueAction.Receive).Select(static call => Math.Round(call.At.TotalSeconds)));
    }
}
