using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>Calls that read and store, and the lease under which they are made: a minute, relied on for 50 seconds.</summary>
public sealed class SettlementLeaseTests
{
    private readonly Bench _bench = new();

    /// <summary>The process stands still in a pause of its client, and the pause ends before any timer of the lease runs.</summary>
    [Theory]
    [InlineData(nameof(CallKind.ReadChunks))]
    [InlineData(nameof(CallKind.WriteRows))]
    [InlineData(nameof(CallKind.Move))]
    [InlineData(nameof(CallKind.PutVectors))]
    [InlineData(nameof(CallKind.PutChunks))]
    public void Call_LeaseEndsDuringThePauseOfTheClient_IsNotSentAgain(string call)
    {
        var kind = Enum.Parse<CallKind>(call);
        _bench.Stage("a");
        var worker = _bench.Start(
            (document, _) => Task.FromResult(kind == CallKind.PutChunks ? DocumentOutcome.Restage(document.Chunks) : WorkHandler.Rows(document)),
            options => options.WriteRowsWith = kind == CallKind.PutVectors ? RowRoute.PutVectors : RowRoute.Guarded);
        Retry(worker, kind);
        _bench.Run(TimeSpan.FromSeconds(5));

        FreezeBeyondTheLease(worker);

        Assert.Single(worker.Gateway.Of(kind));
        Assert.Equal("pending", _bench.StageOf("a"));
    }

    [Fact]
    public void Release_LeaseEndsDuringThePauseOfTheClient_IsNotSentAgain()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromHours(1)), static options => options.Shutdown.DrainTime = TimeSpan.FromSeconds(1));
        Retry(worker, CallKind.Move);
        _bench.Run(TimeSpan.FromSeconds(5));
        worker.Stop();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.Move).Count == 1);

        FreezeBeyondTheLease(worker);

        Assert.Single(worker.Gateway.Of(CallKind.Move));
    }

    /// <summary>The reply would come after half a minute; the heartbeat tells of the loss before.</summary>
    [Fact]
    public void Write_LeaseIsLostWhileItIsUnderWay_IsCancelled()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows || (call.Kind == CallKind.Claim && call.At > TimeSpan.Zero) ? Trouble.LostRequest : null;
        _bench.Run(TimeSpan.FromSeconds(2));

        _bench.Gateway.TakeAway("a", "embedding", DocumentStage.Pending);
        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.InRange(_bench.Now, TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(21));
    }

    [Fact]
    public void Completion_HangsForLongerThanTheLease_TheLeaseIsRenewedMeanwhile()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = call => call.Kind == CallKind.Move && worker.Gateway.Of(CallKind.Move).Count <= 3 ? Trouble.LostRequest : null;

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost > 0);

        Assert.Equal((1, 0), (worker.Status.Completed, worker.Status.LeasesLost));
        Assert.True(_bench.Now > TimeSpan.FromSeconds(90), $"It took only {_bench.Now}.");
    }

    private static void Retry(BenchWorker worker, CallKind kind) => worker.Gateway.Script = call => call.Kind switch
    {
        CallKind.Claim when worker.Gateway.Of(CallKind.Claim).Count > 1 => Trouble.Status(HttpStatusCode.ServiceUnavailable),
        _ when call.Kind == kind && worker.Gateway.Of(kind).Count == 1 => Trouble.Retried(TimeSpan.FromSeconds(100)),
        _ => null,
    };

    private void FreezeBeyondTheLease(BenchWorker worker)
    {
        worker.Node.Freeze();
        _bench.Run(TimeSpan.FromMinutes(3));
        worker.Node.Thaw();
        _bench.Run(TimeSpan.FromMinutes(3));
    }
}
