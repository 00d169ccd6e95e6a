using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>A lease of a minute: heartbeats every 16 to 20 seconds, lost after 50 seconds without one.</summary>
public sealed class LeaseRenewalTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Handler_TakesTenLeases_KeepsItsLease()
    {
        _bench.Stage("long");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(10)));

        for (var second = 1; second <= 600; second++)
        {
            _bench.Run(TimeSpan.FromSeconds(1));
            Assert.Equal("worker-1", _bench.HolderOf("long"));
        }

        _bench.Run(TimeSpan.FromSeconds(1));
        Assert.Equal("indexed", _bench.StageOf("long"));
        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.All(Gaps(worker), static gap => Assert.InRange(gap, TimeSpan.FromSeconds(16), TimeSpan.FromSeconds(20.1)));
        Assert.True(Gaps(worker).Distinct().Count() > 5, "The pauses do not vary.");
    }

    [Fact]
    public void Heartbeats_NamesAllThatAreHeld_AlsoThoseThatWaitForAPlace()
    {
        _bench.StageMany(4);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(2)), static options => options.MaxConcurrentDocuments = 1);

        _bench.RunUntil(() => worker.Status.Completed == 4);

        Assert.Equal(4, worker.Status.Claimed);
        Assert.Equal(["d1", "d2", "d3", "d4"], worker.Gateway.Of(CallKind.Heartbeat)[0].Ids);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Heartbeat_ReplyTakesNineSeconds_LeaseCountsFromWhenItWasSent()
    {
        _bench.Stage("a");
        var worker = Never();
        var first = true;
        worker.Gateway.Script = call => call.Kind != CallKind.Heartbeat ? null
            : first ? LateOnce()
            : Trouble.Status(HttpStatusCode.ServiceUnavailable);

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        var sentAt = worker.Gateway.Of(CallKind.Heartbeat)[0].At;
        Assert.Equal(sentAt + TimeSpan.FromSeconds(50), _bench.Now);

        Trouble LateOnce()
        {
            first = false;
            return new Trouble { Back = TimeSpan.FromSeconds(9) };
        }
    }

    [Fact]
    public void Claim_ReplyTakesTwentySeconds_LeaseCountsFromWhenItWasSent()
    {
        _bench.Stage("a");
        var worker = Never();
        worker.Gateway.Script = static call => call.Kind switch
        {
            CallKind.Claim => new Trouble { Back = TimeSpan.FromSeconds(20) },
            CallKind.Heartbeat => Trouble.Status(HttpStatusCode.ServiceUnavailable),
            _ => null,
        };

        _bench.RunUntil(() => worker.Status.LeasesLost == 1);

        Assert.Equal(worker.Gateway.Of(CallKind.Claim)[0].At + TimeSpan.FromSeconds(50), _bench.Now);
    }

    [Fact]
    public void Heartbeat_FailsTwice_IsRepeatedWithinTheLease()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(3)));
        worker.Gateway.Script = call => call.Kind == CallKind.Heartbeat && worker.Gateway.Of(CallKind.Heartbeat).Count <= 2
            ? Trouble.Status(HttpStatusCode.BadGateway)
            : null;

        _bench.RunUntil(() => _bench.StageOf("a") == "indexed");

        var beats = worker.Gateway.Of(CallKind.Heartbeat);
        Assert.InRange(beats[1].At - beats[0].At, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5.1));
        Assert.InRange(beats[2].At - beats[1].At, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5.1));
        Assert.Equal(2, worker.Log.Of(LogIds.RenewalFailed).Count);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Heartbeat_TwoHang_AreGivenUpAndRepeatedWithinTheLease()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(3)));
        worker.Gateway.Script = call => call.Kind == CallKind.Heartbeat && worker.Gateway.Of(CallKind.Heartbeat).Count <= 2 ? Trouble.LostRequest : null;

        _bench.RunUntil(() => _bench.StageOf("a") == "indexed");

        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(2, worker.Log.Of(LogIds.RenewalFailed).Count);
    }

    [Theory]
    [MemberData(nameof(AnyErrors.Names), MemberType = typeof(AnyErrors))]
    public void Heartbeat_AnyError_KeeperGoesOn(string error)
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(5)));
        worker.Gateway.Script = call => call.Kind == CallKind.Heartbeat && worker.Gateway.Of(CallKind.Heartbeat).Count % 2 == 1 ? Trouble.Error(AnyErrors.Of(error)) : null;

        _bench.RunUntil(() => _bench.StageOf("a") == "indexed");

        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.True(worker.Log.Of(LogIds.RenewalFailed).Count > 5);
        _bench.End(worker);
    }

    [Fact]
    public void Heartbeats_WorkerHasEnded_HaveEndedToo()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(1)));
        _bench.RunUntil(() => _bench.StageOf("a") == "indexed");
        _bench.End(worker);
        var calls = worker.Gateway.Calls.Count;

        _bench.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(calls, worker.Gateway.Calls.Count);
    }

    private static List<TimeSpan> Gaps(BenchWorker worker)
    {
        var beats = worker.Gateway.Of(CallKind.Heartbeat);
        return [.. beats.Zip(beats.Skip(1), static (one, next) => next.At - one.At)];
    }

    private BenchWorker Never() => _bench.Start(WorkHandler.Taking(TimeSpan.FromDays(1)), static options => options.HandlerTimeout = TimeSpan.FromDays(2));
}
