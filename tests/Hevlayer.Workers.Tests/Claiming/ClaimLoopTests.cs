using System.Net;

namespace Hevlayer.Workers.Tests;

public sealed class ClaimLoopTests
{
    private readonly Bench _bench = new();

    [Theory]
    [MemberData(nameof(AnyErrors.Names), MemberType = typeof(AnyErrors))]
    public void Claim_AnyError_BacksOffAndGoesOn(string error)
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = call => call.Kind == CallKind.Claim && worker.Gateway.Of(CallKind.Claim).Count <= 8 ? Trouble.Error(AnyErrors.Of(error)) : null;

        _bench.RunUntil(() => worker.Status.LastClaimError is not null);
        Assert.Equal(AnyErrors.Of(error).Message, worker.Status.LastClaimError);
        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Null(worker.Status.LastClaimError);
        Assert.Equal(8, worker.Log.Of(LogIds.TakeFailed).Count);
        double[] longest = [1, 2, 4, 8, 16, 30, 30, 30];
        Assert.All(Gaps(worker).Take(8).Zip(longest), static gap =>
            Assert.InRange(gap.First, TimeSpan.FromSeconds(gap.Second * 0.75), TimeSpan.FromSeconds(gap.Second + 0.1)));
    }

    [Fact]
    public void Claim_FailsAgainAfterASuccess_BacksOffFromTheBeginning()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = call => call.Kind == CallKind.Claim && worker.Gateway.Of(CallKind.Claim).Count is not 5 and <= 6 ? Trouble.Status(HttpStatusCode.BadGateway) : null;

        _bench.RunUntil(() => worker.Gateway.Of(CallKind.Claim).Count > 6);

        Assert.InRange(Gaps(worker)[5], TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.1));
    }

    [Fact]
    public void Claims_NothingToDo_ComeSeldom()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));

        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.InRange(worker.Gateway.Of(CallKind.Claim).Count, 24, 36);
        Assert.InRange(Gaps(worker)[0], TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.1));
        Assert.InRange(Gaps(worker)[^1], TimeSpan.FromSeconds(3.75), TimeSpan.FromSeconds(5.1));
    }

    [Fact]
    public void Claims_ThereIsWork_FollowWithoutAPause()
    {
        _bench.StageMany(40);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromMilliseconds(100)), static options => options.ClaimLimit = 4);

        _bench.RunUntil(() => worker.Status.Completed == 40);

        Assert.True(_bench.Now < TimeSpan.FromSeconds(1), $"It took {_bench.Now}.");
    }

    [Fact]
    public void Claims_EveryAttemptFails_AreHeldBack()
    {
        _bench.StageMany(1_000);
        var worker = _bench.Start(static (_, _) => throw new InvalidOperationException("The model is gone."), static options =>
        {
            options.Retry.MaxAttempts = 1;
            options.ClaimLimit = options.MaxConcurrentDocuments = options.MaxHeldDocuments = 1;
        });

        _bench.Run(TimeSpan.FromMinutes(10));

        // Ten at once, then fewer and fewer, and one in half a minute at last.
        Assert.InRange(worker.Status.Failed, 25, 45);
        Assert.NotEmpty(worker.Log.Of(LogIds.TakingPaused));
        Assert.InRange(Gaps(worker)[^1], TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(31));
    }

    [Fact]
    public void Claims_OneDocumentSucceedsAfterManyFailed_AreNotHeldBackAnyMore()
    {
        _bench.StageMany(60);
        var isBroken = true;
        var worker = _bench.Start(
            (document, _) => isBroken ? throw new InvalidOperationException("The model is gone.") : Task.FromResult(WorkHandler.Rows(document)),
            static options =>
            {
                options.Retry.MaxAttempts = 1;
                options.ClaimLimit = options.MaxConcurrentDocuments = options.MaxHeldDocuments = 1;
            });
        _bench.RunUntil(() => worker.Status.Failed == 15);

        isBroken = false;
        _bench.RunUntil(() => worker.Status.Completed == 1);
        var healed = _bench.Now;
        Assert.Equal(0, worker.Status.FailureStreak);
        _bench.RunUntil(() => worker.Status.Completed + worker.Status.Failed == 60);

        Assert.True(_bench.Now - healed < TimeSpan.FromSeconds(5), $"It took {_bench.Now - healed}.");
    }

    [Fact]
    public void Loop_WaitsForDocumentsThatTakeHours_IsNotStuck()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromHours(3)), static options =>
        {
            options.HandlerTimeout = TimeSpan.FromHours(6);
            options.MaxConcurrentDocuments = options.MaxHeldDocuments = 1;
        });

        for (var minute = 0; minute < 181; minute++)
        {
            _bench.Run(TimeSpan.FromMinutes(1));
            Assert.False(worker.Status.IsStuck);
        }

        Assert.Equal(1, worker.Status.Completed);
    }

    [Fact]
    public void Loop_ClaimNeverAnswers_IsStuckAfterTheLimit()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        _bench.Run(TimeSpan.FromSeconds(20));
        worker.Node.Freeze();

        _bench.Run(TimeSpan.FromMinutes(4));
        Assert.False(worker.Status.IsStuck);
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.True(worker.Status.IsStuck);
        Assert.InRange(worker.Status.SinceLastSign, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6.1));
    }

    [Fact]
    public void Loop_HasEnded_IsNotStuck()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        Assert.Equal(WorkerState.NotStarted, worker.Status.State);
        _bench.Run(TimeSpan.FromSeconds(20));
        Assert.Equal(WorkerState.Running, worker.Status.State);
        _bench.End(worker);

        _bench.Run(TimeSpan.FromHours(1));

        Assert.Equal(WorkerState.Stopped, worker.Status.State);
        Assert.False(worker.Status.IsStuck);
    }

    private static List<TimeSpan> Gaps(BenchWorker worker)
    {
        var claims = worker.Gateway.Of(CallKind.Claim);
        return [.. claims.Zip(claims.Skip(1), static (one, next) => next.At - one.At)];
    }
}
