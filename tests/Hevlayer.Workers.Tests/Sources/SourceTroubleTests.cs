namespace Hevlayer.Workers.Tests.Sources;

public sealed class SourceTroubleTests
{
    private readonly SourceBench _bench = new();

    [Fact]
    public void Receive_FailsForAWhile_IsRepeatedAfterPausesThatGrow()
    {
        _bench.Queue.Script = static call => call.Action == QueueAction.Receive && call.At < TimeSpan.FromMinutes(5) ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.Run(TimeSpan.FromMinutes(1));
        Assert.Equal("The queue is in trouble.", worker.Status.LastClaimError);
        _bench.RunUntilEmpty();

        Assert.Null(worker.Status.LastClaimError);
        Assert.InRange(_bench.Now, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.6));
        Assert.InRange(_bench.Queue.Of(QueueAction.Receive).Count, 12, 20);
        Assert.False(worker.Status.IsStuck);
    }

    [Fact]
    public void Receive_NeverEnds_IsGivenUpBeforeTheWorkerCountsAsStuck()
    {
        _bench.Queue.Script = static call => call.Action == QueueAction.Receive && call.At < TimeSpan.FromSeconds(1) ? QueueFate.Hangs : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.Run(TimeSpan.FromSeconds(150));
        Assert.False(worker.Status.IsStuck);
        _bench.RunUntilEmpty();

        Assert.InRange(_bench.Now, TimeSpan.FromSeconds(150), TimeSpan.FromSeconds(152));
        Assert.Contains(worker.Log.Warnings, static text => text.Contains("could not take messages", StringComparison.Ordinal));
    }

    [Fact]
    public void Acknowledgement_Fails_IsRepeatedAndTheDocumentIsNotStagedAgain()
    {
        var failures = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Acknowledge && failures++ < 6 ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Single(_bench.Shelf.Calls);
        Assert.Equal(7, _bench.Queue.Of(QueueAction.Acknowledge).Count);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.True(_bench.Queue.Of(QueueAction.Extend).Count > 1, "The message was not renewed in between.");
    }

    [Fact]
    public void Acknowledgement_IsNeverAnswered_IsGivenUpAndRepeated()
    {
        var hung = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Acknowledge && hung++ < 2 ? QueueFate.Hangs : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        Assert.All(_bench.Queue.Of(QueueAction.Acknowledge).Take(2), static call => Assert.True(call.WasCancelled));
        Assert.InRange(_bench.Now, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(25));
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Acknowledgement_FailsForGood_MessageIsLeftAndComesBack()
    {
        _bench.Queue.Script = call => call.Action == QueueAction.Acknowledge && call.At < TimeSpan.FromMinutes(10) ? QueueFate.Fails : null;
        _bench.Queue.Send("a");
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        Assert.True(_bench.Shelf.Staged.Count > 1);
        Assert.Contains(worker.Log.Errors, static text => text.Contains("could not be settled (10 failures)", StringComparison.Ordinal));
        Assert.Empty(_bench.Queue.DeadLetters);
    }

    [Fact]
    public void Acknowledgement_ReplyIsLost_MessageIsDoneAllTheSame()
    {
        var lost = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Acknowledge && lost++ == 0 ? new QueueFate { LosesReply = true } : null;
        _bench.Queue.Send("a", "b");
        var worker = _bench.Start();

        _bench.RunUntilEmpty();
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.Equal(2, _bench.Shelf.Staged.Count);
        Assert.Equal(2, worker.Status.Completed);
        _bench.Queue.Send("c");
        _bench.RunUntilEmpty();
        Assert.Equal(3, worker.Status.Completed);
    }

    [Fact]
    public void Rejection_Fails_IsRepeated()
    {
        var failures = 0;
        _bench.Queue.Script = call => call.Action == QueueAction.Reject && failures++ < 3 ? QueueFate.Fails : null;
        _bench.Queue.Send("bad");
        var worker = _bench.Start(static (_, _) => throw new DocumentRejectedException("bad"));

        _bench.RunUntilEmpty();

        Assert.Equal(("bad", "bad"), Assert.Single(_bench.Queue.DeadLetters));
        Assert.Equal(1, worker.Status.Failed);
        Assert.Single(worker.Log.Errors);
    }

    [Fact]
    public void Source_DoesNotListenToItsToken_HoldsUpItsOwnMessageAlone()
    {
        var forever = new TaskCompletionSource();
        _bench.Queue.Send("a", "b");
        var worker = _bench.Start(new DeafSource(_bench.Queue, forever.Task));

        _bench.RunUntil(() => worker.Status.Abandoned > 0);

        Assert.Equal(["a"], _bench.Queue.Left);
        Assert.Equal(2, worker.Status.Completed);
        forever.SetResult();
        _bench.Run(TimeSpan.FromSeconds(1));
        Assert.Empty(_bench.Queue.Left);
    }
}
