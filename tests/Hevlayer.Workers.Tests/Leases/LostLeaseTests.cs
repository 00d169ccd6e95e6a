using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>A lease of a minute, relied on for 50 seconds.</summary>
public sealed class LostLeaseTests
{
    private readonly Bench _bench = new();
    private readonly Dictionary<string, DocumentContext> _contexts = [];
    private readonly Dictionary<string, TimeSpan> _cancelledAt = [];

    [Fact]
    public void Heartbeat_TellsThatOneOfThreeIsLost_CancelsThatOneAlone()
    {
        _bench.Stage("a", "b", "c");
        var worker = _bench.Start(WorkFor(TimeSpan.FromMinutes(3)));
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(30));

        _bench.Gateway.TakeAway("b", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.Equal("b", Assert.Single(_cancelledAt).Key);
        Assert.InRange(_cancelledAt["b"], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(51));
        Assert.Equal(WorkEnd.LeaseLost, _contexts["b"].End);
        Assert.Equal(["a", "c"], worker.Gateway.Of(CallKind.WriteRows).SelectMany(static call => call.Ids));
        Assert.Equal("pending", _bench.StageOf("b"));
        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Contains("document b ", Assert.Single(worker.Log.Of(LogIds.LeaseLost)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Heartbeat_TellsThatTheOnlyOneIsLost_CancelsIt()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromMinutes(3)));
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(1));

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.InRange(_cancelledAt["a"], TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(21));
        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
    }

    [Fact]
    public void Handler_GivesAResultAlthoughItsLeaseIsLost_IsNotWritten()
    {
        _bench.Stage("a");
        var worker = _bench.Start(async (document, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(21), document.Clock, CancellationToken.None);
            return WorkHandler.Rows(document);
        });
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(1));

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Empty(_bench.Gateway.Rows);
    }

    [Fact]
    public void Lease_IsOverAndTheHandlerGoesOn_IsRenewedNoMore()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static async (document, _) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(3), document.Clock, CancellationToken.None);
            return WorkHandler.Rows(document);
        });
        ClaimOnce(worker, Trouble.Status(HttpStatusCode.ServiceUnavailable));

        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.NotEmpty(worker.Gateway.Of(CallKind.Heartbeat));
        Assert.All(worker.Gateway.Of(CallKind.Heartbeat), static call => Assert.InRange(call.At, TimeSpan.Zero, TimeSpan.FromSeconds(51)));
    }

    [Fact]
    public void Heartbeats_NoneSucceeds_WorkEndsBeforeTheLeaseDoes()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromMinutes(3)));
        ClaimOnce(worker, Trouble.Status(HttpStatusCode.ServiceUnavailable));

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal("worker-1", _bench.HolderOf("a"));
        Assert.Equal(worker.Gateway.Of(CallKind.Claim)[0].At + TimeSpan.FromSeconds(50), _cancelledAt["a"]);
        Assert.Equal(WorkEnd.LeaseLost, _contexts["a"].End);
        _bench.Run(TimeSpan.FromMinutes(5));
        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal("pending", _bench.StageOf("a"));
    }

    [Fact]
    public void Process_StandsStillBeyondTheLease_WritesNothingAfterwards()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromSeconds(10)));
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(5));

        worker.Node.Freeze();
        _bench.Run(TimeSpan.FromMinutes(2));
        worker.Node.Thaw();
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Equal("pending", _bench.StageOf("a"));
    }

    [Fact]
    public void Process_WorkGoesOnBeforeAnyTimerAfterItStoodStill_WritesNothing()
    {
        _bench.Stage("a");
        var reply = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var worker = _bench.Start(async (document, _) =>
        {
            await reply.Task;
            return WorkHandler.Rows(document);
        });
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(5));

        // The reply that the handler waits for lies there when the process goes on; the timer of the lease comes later.
        worker.Node.Freeze();
        worker.Node.Run(reply.SetResult);
        _bench.Run(TimeSpan.FromMinutes(2));
        worker.Node.Thaw();
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(1, worker.Status.LeasesLost);
    }

    [Fact]
    public void Process_StandsStillBeyondTheLease_LeavesTheDocumentToWhoeverHasItNow()
    {
        _bench.Stage("a");
        var frozen = _bench.Start(WorkFor(TimeSpan.FromSeconds(10)));
        ClaimOnce(frozen);
        _bench.Run(TimeSpan.FromSeconds(5));
        frozen.Node.Freeze();
        _bench.Run(TimeSpan.FromMinutes(2));
        var other = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(5)), static options => options.WorkerId = "worker-2");
        _bench.Run(TimeSpan.FromSeconds(5));

        frozen.Node.Thaw();
        _bench.Run(TimeSpan.FromMinutes(1));
        Assert.Equal("worker-2", _bench.HolderOf("a"));
        _bench.RunUntil(() => other.Status.Completed == 1);

        Assert.Empty(frozen.Gateway.Of(CallKind.WriteRows));
        Assert.Empty(frozen.Gateway.Of(CallKind.Move));
    }

    [Fact]
    public void Process_StandsStillWithinTheLease_WritesItsResult()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromSeconds(10)));
        ClaimOnce(worker);
        _bench.Run(TimeSpan.FromSeconds(5));

        worker.Node.Freeze();
        _bench.Run(TimeSpan.FromSeconds(40));
        worker.Node.Thaw();
        _bench.Run(TimeSpan.FromSeconds(1));

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Claim_GivesADocumentThatThisWorkerHolds_EarlierWorkEndsAndTheLaterCounts()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromSeconds(30)));
        _bench.Run(TimeSpan.FromSeconds(2));

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(2, worker.Status.Claimed);
        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
    }

    [Fact]
    public void Heartbeat_DocumentEndsWhileItIsUnderWay_NothingIsTakenForLost()
    {
        _bench.Stage("a", "b");
        var worker = _bench.Start(async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(document.Id == "a" ? 25 : 300), document.Clock, cancellationToken);
            return WorkHandler.Rows(document);
        });

        // The heartbeat is carried out after the document was indexed.
        worker.Gateway.Script = static call => call.Kind == CallKind.Heartbeat ? new Trouble { There = TimeSpan.FromSeconds(9) } : null;
        _bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.Contains(worker.Gateway.Of(CallKind.Heartbeat), static call => call.Ids is ["a", "b"] && call.At > TimeSpan.FromSeconds(16));
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Empty(worker.Log.Of(LogIds.LeaseLost));
    }

    [Fact]
    public void Heartbeat_OvertakesTheReplyToTheWrite_NothingIsTakenForLost()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromSeconds(25)));

        // The heartbeat finds the document indexed, and the worker does not know that yet.
        worker.Gateway.Script = static call => call.Kind switch
        {
            CallKind.Heartbeat => new Trouble { There = TimeSpan.FromSeconds(9) },
            CallKind.WriteRows => new Trouble { Back = TimeSpan.FromSeconds(8) },
            _ => null,
        };
        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost > 0);

        Assert.Equal(1, worker.Status.Completed);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Heartbeat_TellsOfALossWhileAWriteFails_NothingMoreIsWritten()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkFor(TimeSpan.FromSeconds(25)));
        worker.Gateway.Script = call => call.Kind switch
        {
            CallKind.Claim when worker.Gateway.Of(CallKind.Claim).Count > 1 => Trouble.Status(HttpStatusCode.ServiceUnavailable),
            CallKind.Heartbeat => new Trouble { There = TimeSpan.FromSeconds(9) },
            CallKind.WriteRows => Trouble.Status(HttpStatusCode.BadGateway) with { Back = TimeSpan.FromSeconds(8) },
            _ => null,
        };
        _bench.Run(TimeSpan.FromSeconds(24));

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Empty(_bench.Gateway.Rows);
    }

    // Claims once and then never again, so that what is lost is not claimed anew; heartbeats fare as said.
    private static void ClaimOnce(BenchWorker worker, Trouble? heartbeats = null) => worker.Gateway.Script = call => call.Kind switch
    {
        CallKind.Claim when worker.Gateway.Of(CallKind.Claim).Count > 1 => Trouble.Status(HttpStatusCode.ServiceUnavailable),
        CallKind.Heartbeat => heartbeats,
        _ => null,
    };

    private WorkHandler WorkFor(TimeSpan time) => new(async (document, cancellationToken) =>
    {
        _contexts[document.Id] = document;
        using var registration = document.LeaseLost.UnsafeRegister(_ => _cancelledAt[document.Id] = _bench.Now, null);
        await Task.Delay(time, document.Clock, cancellationToken);
        return WorkHandler.Rows(document);
    });
}
