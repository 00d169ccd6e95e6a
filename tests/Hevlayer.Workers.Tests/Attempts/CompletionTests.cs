using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>Holds end many in one call, and the reply names nobody.</summary>
public sealed class CompletionTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Completions_WhileACallIsUnderWay_GoTogetherInTheNext()
    {
        var worker = Complete("a", "b", "c", "d");

        _bench.RunUntil(() => worker.Status.Completed == 4);

        Assert.Equal([1, 3], worker.Gateway.Of(CallKind.Move).Select(static call => call.Ids.Count));
    }

    [Fact]
    public void Batch_OneOfItIsNoLongerOurs_TheOthersAreCompleted()
    {
        var worker = Complete("a", "b", "c", "d");
        worker.Gateway.Script = call =>
        {
            if (call is { Kind: CallKind.Move, Ids.Count: > 1 })
            {
                _bench.Gateway.TakeAway("c", "embedding", DocumentStage.Pending);
            }

            return call.Kind == CallKind.Claim && call.At > TimeSpan.Zero ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        };

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost == 4);

        Assert.Equal((3, 1), (worker.Status.Completed, worker.Status.LeasesLost));
        Assert.Equal("pending", _bench.StageOf("c"));
        Assert.Equal(["pending"], _bench.Gateway.Documents.Select(static document => document.Stage).Where(static stage => stage != "indexed"));
    }

    [Fact]
    public void Batch_ReplyIsLost_AllAreCompletedOnce()
    {
        var worker = Complete("a", "b", "c");
        worker.Gateway.Script = call => call is { Kind: CallKind.Move, Ids.Count: > 1 } && worker.Gateway.Of(CallKind.Move).Count == 2 ? Trouble.LostReply : null;

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost == 3);

        Assert.Equal((3, 0), (worker.Status.Completed, worker.Status.LeasesLost));
    }

    [Fact]
    public void Completion_RequestIsLostAndTheDocumentTakenAway_IsALostLease()
    {
        var worker = Complete("a");
        worker.Gateway.Script = call =>
        {
            if (call.Kind != CallKind.Move)
            {
                return call.Kind is CallKind.Heartbeat || (call.Kind == CallKind.Claim && call.At > TimeSpan.Zero) ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
            }

            _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
            return worker.Gateway.Of(CallKind.Move).Count == 1 ? Trouble.LostRequest : null;
        };

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost == 1);

        Assert.Equal(1, worker.Status.LeasesLost);
        Assert.Equal("pending", _bench.StageOf("a"));
    }

    [Fact]
    public void Heartbeat_OvertakesTheReplyToTheCompletion_NothingIsTakenForLost()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(25)));
        worker.Gateway.Script = static call => call.Kind switch
        {
            CallKind.Heartbeat => new Trouble { There = TimeSpan.FromSeconds(9) },
            CallKind.Move => new Trouble { Back = TimeSpan.FromSeconds(8) },
            _ => null,
        };

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost > 0);

        Assert.Equal((1, 0), (worker.Status.Completed, worker.Status.LeasesLost));
    }

    [Fact]
    public void Worker_EndsBeforeItKnowsWhoWasCompleted_ReleasesNone()
    {
        var worker = Complete(static options => options.Shutdown.DrainTime = TimeSpan.FromSeconds(1), "a", "b", "c");
        worker.Gateway.Script = call =>
        {
            if (call is { Kind: CallKind.Move, Ids.Count: > 1 } && call.Stage == DocumentStage.Indexed)
            {
                _bench.Gateway.TakeAway("c", "embedding", DocumentStage.Pending);
            }

            return call.Kind == CallKind.Look || (call.Kind == CallKind.Claim && call.At > TimeSpan.Zero) ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        };
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.Look).Count > 0);

        _bench.End(worker);

        Assert.DoesNotContain(worker.Gateway.Of(CallKind.Move), static call => call.Stage == DocumentStage.Pending);
    }

    // All are ready in the same moment.
    private BenchWorker Complete(params string[] ids) => Complete(static _ => { }, ids);

    private BenchWorker Complete(Action<DocumentWorkerOptions> configure, params string[] ids)
    {
        _bench.Stage(ids);
        return _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), configure);
    }
}
