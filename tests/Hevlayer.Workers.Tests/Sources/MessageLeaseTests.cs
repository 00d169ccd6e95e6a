namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Messages are hidden for a minute: renewed every 16 to 20 seconds, lost after 50 seconds without renewal.</summary>
public sealed class MessageLeaseTests
{
    private readonly SourceBench _bench = new();
    private TimeSpan? _cancelledAt;

    [Fact]
    public void Mapper_TakesTenLeases_KeepsItsMessage()
    {
        _bench.Queue.Send("a");
        var worker = _bench.Start(Taking(TimeSpan.FromMinutes(10)));

        _bench.RunUntilEmpty();

        Assert.Single(_bench.Shelf.Staged);
        Assert.Equal(1, worker.Status.Claimed);
        Assert.Equal(0, worker.Status.LeasesLost);
        var extended = _bench.Queue.Of(QueueAction.Extend).Select(static call => call.At).ToList();
        var gaps = extended.Skip(1).Zip(extended, static (later, earlier) => later - earlier).ToList();
        Assert.All(gaps, static gap => Assert.InRange(gap, TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(20.1)));
        Assert.True(gaps.Distinct().Count() > 5, "The pauses do not vary.");
    }

    [Fact]
    public void Renewal_AnsweredLate_CountsFromWhenItWasSent()
    {
        _bench.Queue.Script = static call => call.Action == QueueAction.Extend ? QueueFate.After(TimeSpan.FromSeconds(9)) : null;
        _bench.Queue.Send("a");
        _bench.Start(Taking(TimeSpan.FromMinutes(3)));

        _bench.RunUntilEmpty();

        var extended = _bench.Queue.Of(QueueAction.Extend).Select(static call => call.At).ToList();
        Assert.All(extended.Skip(1).Zip(extended, static (later, earlier) => later - earlier), static gap => Assert.InRange(gap, TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(20.1)));
        Assert.Single(_bench.Shelf.Staged);
    }

    [Fact]
    public void Renewals_FailFirst_AreRepeatedInTime()
    {
        var failures = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Extend && failures++ < 2 ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start(Taking(TimeSpan.FromMinutes(2)));

        _bench.RunUntilEmpty();

        Assert.Single(_bench.Shelf.Staged);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(2, worker.Log.Warnings.Count(static text => text.Contains("could not be renewed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Renewals_AllFail_CancelTheWorkBeforeTheTimeIsOver(bool hang)
    {
        _bench.Queue.Script = call => call.Action != QueueAction.Extend ? null : hang ? QueueFate.Hangs : QueueFate.Fails;
        _bench.Queue.Send("a");
        var worker = _bench.Start(Taking(TimeSpan.FromMinutes(3)));

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(TimeSpan.FromSeconds(50), _cancelledAt!.Value);
        Assert.Empty(_bench.Shelf.Calls);
        Assert.Empty(_bench.Queue.Of(QueueAction.Acknowledge));
        Assert.Empty(_bench.Queue.Of(QueueAction.Reject));
    }

    [Fact]
    public void Queue_SaysThatOneIsLost_CancelsThatOneAlone()
    {
        _bench.Queue.Send("a", "b", "c");
        var worker = _bench.Start(Taking(TimeSpan.FromMinutes(3)), static options => options.IdlePause = TimeSpan.FromMinutes(4));
        _bench.Run(TimeSpan.FromSeconds(30));

        _bench.Queue.TakeAway("b");
        _bench.RunUntil(() => worker.Status.Completed == 2);
        _bench.Run(TimeSpan.FromSeconds(1));

        Assert.InRange(_cancelledAt!.Value, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(51));
        Assert.Equal(["a", "c"], _bench.Shelf.StagedIds);
        Assert.Equal(["b"], _bench.Queue.Left);
        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Empty(_bench.Queue.Of(QueueAction.Reject));
        Assert.Contains(worker.Log.Warnings, static text => text.Contains("document b is lost", StringComparison.Ordinal));
    }

    [Fact]
    public void Message_LostWhileItWasStaged_IsNotAcknowledged()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Takes = TimeSpan.FromSeconds(40);
        var worker = _bench.Start(static options => options.IdlePause = TimeSpan.FromMinutes(4));
        _bench.Run(TimeSpan.FromSeconds(30));

        _bench.Queue.TakeAway("a");
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Empty(_bench.Shelf.Staged);
        Assert.Empty(_bench.Queue.Of(QueueAction.Acknowledge));
    }

    [Fact]
    public void Process_StandsStillThroughTheLease_DoesNotAcknowledgeWhatItStaged()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Takes = TimeSpan.FromSeconds(1);
        var worker = _bench.Start();
        _bench.RunUntil(() => _bench.Shelf.Calls.Count == 1);

        worker.Node.Freeze();
        _bench.Run(TimeSpan.FromMinutes(2));
        var other = _bench.Start();
        _bench.RunUntil(() => other.Status.Claimed == 1);
        worker.Node.Thaw();
        _bench.RunUntilEmpty();

        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Equal(1, other.Status.Completed);
        Assert.Single(_bench.Queue.Of(QueueAction.Acknowledge));
    }

    [Fact]
    public void Acknowledgement_FindsThatTheMessageIsLost_LeavesItAtThat()
    {
        _bench.Queue.Script = call =>
        {
            if (call.Action == QueueAction.Acknowledge && call.At < TimeSpan.FromSeconds(30))
            {
                _bench.Queue.TakeAway("a");
            }

            return null;
        };
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(["a"], _bench.Queue.Left);
        Assert.Single(_bench.Queue.Of(QueueAction.Acknowledge));
        _bench.RunUntilEmpty();
        Assert.Equal(2, _bench.Shelf.Staged.Count);
    }

    [Fact]
    public void Messages_ThatWaitForAPlace_AreRenewedToo()
    {
        _bench.Queue.Send("a", "b", "c");
        var worker = _bench.Start(Taking(TimeSpan.FromMinutes(2)), static options => options.MaxConcurrentDocuments = 1);

        _bench.RunUntilEmpty();

        Assert.Equal(3, worker.Status.Claimed);
        Assert.True(_bench.Queue.Of(QueueAction.Extend, "c").Count > 10);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Messages_OfAQueueWithoutLeases_AreNeverRenewed()
    {
        var bench = new SourceBench(hasLeases: false);
        bench.Queue.Send("a");
        bench.Start(async (message, cancellationToken) =>
        {
            await bench.PauseAsync(TimeSpan.FromMinutes(10), cancellationToken);
            return SourceDocument.OfText(message.Body.Text);
        });

        bench.RunUntilEmpty();

        Assert.Empty(bench.Queue.Of(QueueAction.Extend));
        Assert.Single(bench.Shelf.Staged);
    }

    private Func<SourceMessage<Update>, CancellationToken, Task<SourceDocument?>> Taking(TimeSpan time) => async (message, cancellationToken) =>
    {
        using var registration = cancellationToken.Register(() => _cancelledAt = _bench.Now);
        await _bench.PauseAsync(time, cancellationToken);
        return SourceDocument.OfText(message.Body.Text);
    };
}
