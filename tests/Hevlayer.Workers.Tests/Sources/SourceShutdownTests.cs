namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Running ones have 20 seconds, cancelled ones 2, and giving back has 5.</summary>
public sealed class SourceShutdownTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void Idle_EndsAtOnce()
    {
        var worker = _bench.Start();
        _bench.Run(TimeSpan.FromSeconds(10));

        Assert.True(_bench.End(worker) < TimeSpan.FromSeconds(1));
        Assert.Equal(WorkerState.Stopped, worker.Status.State);
    }

    [Fact]
    public void Running_FinishesAndIsAcknowledged()
    {
        _bench.Queue.Send("a");
        var worker = _bench.Start(Taking(TimeSpan.FromSeconds(15)));
        _bench.Run(TimeSpan.FromSeconds(5));

        var time = _bench.End(worker);

        Assert.InRange(time, TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(11));
        Assert.Empty(_bench.Queue.Left);
        Assert.Equal(["a"], _bench.Shelf.StagedIds);
        Assert.Equal(0, worker.Status.Released);
    }

    [Fact]
    public void Running_IsRenewedUntilItsEnd()
    {
        var bench = new SourceBench(visibility: TimeSpan.FromSeconds(6));
        bench.Queue.Send("a");
        var worker = bench.Start(async (message, cancellationToken) =>
        {
            await bench.PauseAsync(TimeSpan.FromSeconds(15), cancellationToken);
            return SourceDocument.OfText(message.Body.Text);
        });
        bench.Run(TimeSpan.FromSeconds(1));

        bench.End(worker);

        Assert.Empty(bench.Queue.Left);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.True(bench.Queue.Of(QueueAction.Extend)[^1].At > TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void Waiting_IsGivenBackAtOnceWhileOthersFinish()
    {
        _bench.Queue.Send("a", "b", "c");
        var worker = _bench.Start(Taking(TimeSpan.FromSeconds(15)), static options => options.MaxConcurrentDocuments = 1);
        _bench.Run(TimeSpan.FromSeconds(5));

        worker.Stop();
        _bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(["b", "c"], _bench.Queue.Visible);
        Assert.All(_bench.Queue.Of(QueueAction.Reject), static call => Assert.Equal((false, TimeSpan.Zero), (call.Rejection!.IsDeadLetter, call.Rejection.Delay)));
        _bench.RunUntil(() => worker.EndedAt is not null);
        Assert.Equal(["a"], _bench.Shelf.StagedIds);
        Assert.Equal(2, worker.Status.Released);
        Assert.Equal(0, worker.Status.FailureStreak);
    }

    [Fact]
    public void NextOfTheSameDocument_IsGivenBackAtOnce()
    {
        _bench.Queue.Send(new Update("a", "1"), new Update("a", "2"));
        var worker = _bench.Start(Taking(TimeSpan.FromSeconds(15)));
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.Equal("1", Assert.Single(_bench.Shelf.Staged).Text);
        Assert.Single(_bench.Queue.Visible);
    }

    [Fact]
    public void DrainTimeIsOver_CancelsWhatRunsAndGivesItBack()
    {
        TimeSpan? cancelledAt = null;
        _bench.Queue.Send("a");
        var worker = _bench.Start(async (_, cancellationToken) =>
        {
            using var registration = cancellationToken.Register(() => cancelledAt = _bench.Now);
            await _bench.PauseAsync(TimeSpan.FromMinutes(30), cancellationToken);
            return null;
        });
        _bench.Run(TimeSpan.FromSeconds(5));

        var time = _bench.End(worker);

        Assert.InRange(time, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(21));
        Assert.Equal(worker.StoppedAt + TimeSpan.FromSeconds(20), cancelledAt);
        Assert.Equal(["a"], _bench.Queue.Visible);
        Assert.Equal(1, worker.Status.Released);
    }

    [Fact]
    public void Mapper_DoesNotListen_IsLeftToItselfAndItsMessageGivenBack()
    {
        _bench.Queue.Send("a");
        var worker = _bench.Start(static (_, _) => new TaskCompletionSource<SourceDocument?>().Task);
        _bench.Run(TimeSpan.FromSeconds(5));

        var time = _bench.End(worker);

        Assert.InRange(time, TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(23));
        Assert.Equal(["a"], _bench.Queue.Visible);
    }

    [Fact]
    public void InTroubleWithTheGateway_IsGivenBackAtOnce()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Script = static _ => new HevlayerConnectionException("down") { IsTransient = true };
        var worker = _bench.Start();
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.True(_bench.End(worker) < TimeSpan.FromSeconds(1));
        Assert.Equal(["a"], _bench.Queue.Visible);
    }

    [Fact]
    public void ReceiveUnderWay_IsNotCancelledAndItsMessagesAreGivenBack()
    {
        var bench = new SourceBench(longPoll: TimeSpan.FromSeconds(15));
        var worker = bench.Start();
        bench.Run(TimeSpan.FromSeconds(2));

        worker.Stop();
        bench.Run(TimeSpan.FromSeconds(3));
        bench.Queue.Send("late");
        bench.RunUntil(() => worker.EndedAt is not null);

        Assert.Equal(1, worker.Status.Claimed);
        Assert.Equal(["late"], bench.Queue.Visible);
        Assert.Empty(bench.Shelf.Calls);
        Assert.DoesNotContain(bench.Queue.Calls, static call => call.WasCancelled);
        Assert.InRange(worker.EndedAt!.Value - worker.StoppedAt, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void ReceiveUnderWay_HangsBeyondTheDrainTime_IsCancelledThen()
    {
        _bench.Queue.Script = static call => call.Action == QueueAction.Receive ? QueueFate.Hangs : null;
        var worker = _bench.Start();
        _bench.Run(TimeSpan.FromSeconds(2));

        Assert.InRange(_bench.End(worker), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(21));
        Assert.True(Assert.Single(_bench.Queue.Of(QueueAction.Receive)).WasCancelled);
    }

    [Fact]
    public void StagedButNotAcknowledged_IsAcknowledgedInTheTimeForGivingBack()
    {
        _bench.Queue.Script = call => call.Action == QueueAction.Acknowledge && call.At < TimeSpan.FromSeconds(27) ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start(static options => (options.Retry.MaxSourceFailures, options.Retry.MaxDelay) = (100, TimeSpan.FromSeconds(2)));
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.Empty(_bench.Queue.Left);
        Assert.Empty(_bench.Queue.Of(QueueAction.Reject));
        Assert.Single(_bench.Shelf.Staged);
        Assert.Equal(0, worker.Status.Released);
    }

    [Fact]
    public void GivingBack_Fails_IsRepeatedWhileThereIsTime()
    {
        var failures = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Reject && failures++ < 3 ? QueueFate.Fails : null;
        _bench.Queue.Send("a", "b");
        var worker = _bench.Start(Taking(TimeSpan.FromSeconds(10)), static options => options.MaxConcurrentDocuments = 1);
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.Equal(["b"], _bench.Queue.Visible);
    }

    [Fact]
    public void GivingBack_HangsOnceAtTheEnd_IsRepeatedInTime()
    {
        var hung = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Reject && hung++ == 0 ? QueueFate.Hangs : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start(Taking(TimeSpan.FromHours(1)));
        _bench.Run(TimeSpan.FromSeconds(5));

        Assert.InRange(_bench.End(worker), TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(24));
        Assert.Equal(["a"], _bench.Queue.Visible);
    }

    [Fact]
    public void GivingBack_HangsForEver_EndsInTheWholeTimeAndSaysSo()
    {
        _bench.Queue.Script = static call => call.Action is QueueAction.Reject or QueueAction.Acknowledge ? QueueFate.Hangs : null;
        _bench.Queue.Send("a", "b");
        var worker = _bench.Start(Taking(TimeSpan.FromHours(1)), static options => options.MaxConcurrentDocuments = 1);
        _bench.Run(TimeSpan.FromSeconds(5));

        Assert.InRange(_bench.End(worker), TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(28));
        Assert.Contains(worker.Log.Errors, static text => text.Contains("could not be released in time", StringComparison.Ordinal));
    }

    private Func<SourceMessage<Update>, CancellationToken, Task<SourceDocument?>> Taking(TimeSpan time) => async (message, cancellationToken) =>
    {
        await _bench.PauseAsync(time, cancellationToken);
        return SourceDocument.OfText(message.Body.Text);
    };
}
