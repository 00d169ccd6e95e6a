namespace Hevlayer.Workers.Tests;

/// <summary>Twenty seconds to drain, two to listen, five to hand back.</summary>
public sealed class DrainTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Stop_DocumentsThatWereNotBegun_AreHandedBackAtOnce()
    {
        _bench.StageMany(5);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(10)), static options => options.MaxConcurrentDocuments = 2);
        _bench.Run(TimeSpan.FromSeconds(2));

        worker.Stop();
        _bench.Run(TimeSpan.FromMilliseconds(100));

        Assert.Equal(WorkerState.Draining, worker.Status.State);
        Assert.Equal(["d1", "d2"], _bench.Gateway.Documents.Where(static document => document.WorkerId is not null).Select(static document => document.Id));
        Assert.All(_bench.Gateway.Documents, static document => Assert.Equal(document.WorkerId is null ? "pending" : "embedding", document.Stage));
        Assert.Equal(3, worker.Status.Released);
    }

    [Fact]
    public void Stop_HandlersRun_FinishAndAreIndexed()
    {
        _bench.StageMany(5);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(10)), static options => options.MaxConcurrentDocuments = 2);
        _bench.Run(TimeSpan.FromSeconds(2));

        _bench.End(worker);

        Assert.InRange(worker.EndedAt!.Value - worker.StoppedAt, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8.2));
        Assert.Equal(["indexed", "indexed", "pending", "pending", "pending"], Stages());
        Assert.Equal(2, worker.Status.Completed);
        Assert.Equal(WorkerState.Stopped, worker.Status.State);
    }

    [Fact]
    public void Stop_HandlersRunLongerThanALease_HeartbeatsGoOn()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(60)), static options =>
        {
            options.Lease = TimeSpan.FromSeconds(6);
            options.Shutdown.DrainTime = TimeSpan.FromMinutes(2);
        });
        _bench.Run(TimeSpan.FromSeconds(2));

        _bench.End(worker);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.True(worker.Gateway.Of(CallKind.Heartbeat).Count(call => call.At > worker.StoppedAt) > 20);
    }

    [Fact]
    public void Stop_DocumentWaitsForAnotherAttempt_IsHandedBackAtOnce()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (_, _) => throw new IOException("no"), static options => options.Retry.BaseDelay = TimeSpan.FromSeconds(50));
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.True(worker.EndedAt - worker.StoppedAt < TimeSpan.FromSeconds(0.2));
        Assert.Equal("pending", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Released);
    }

    [Fact]
    public void Stop_HandlerRunsLongerThanTheDrain_IsCancelledThenAndHandedBack()
    {
        _bench.Stage("a");
        var cancelledAt = TimeSpan.Zero;
        WorkEnd end = default;
        var worker = _bench.Start(async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(30), document.Clock, cancellationToken).ContinueQuietlyAsync();
            cancelledAt = _bench.Now;
            end = document.End;
            throw new IOException("The work was cut off.");
        });
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.Equal(worker.StoppedAt + TimeSpan.FromSeconds(20), cancelledAt);
        Assert.Equal(WorkEnd.Stopping, end);
        Assert.Equal("pending", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Released);
        Assert.Equal(0, worker.Status.Failed);
        Assert.Empty(worker.Log.Of(LogIds.AttemptFailed));
        Assert.InRange(worker.EndedAt!.Value - worker.StoppedAt, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20.2));
    }

    [Fact]
    public void Stop_HandlerDoesNotListen_IsAbandonedAndHandedBack()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static async (document, _) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(30), document.Clock, CancellationToken.None);
            return WorkHandler.Rows(document);
        });
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.End(worker);

        Assert.InRange(worker.EndedAt!.Value - worker.StoppedAt, TimeSpan.FromSeconds(22), TimeSpan.FromSeconds(22.2));
        Assert.Equal("pending", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Abandoned);
        _bench.Run(TimeSpan.FromHours(1));
        Assert.Empty(worker.Gateway.Of(CallKind.WriteRows));
    }

    [Fact]
    public void Stop_WriteIsUnderWay_IsNotCancelled()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? new Trouble { There = TimeSpan.FromSeconds(3), Back = TimeSpan.FromSeconds(3) } : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.WriteRows).Count == 1);

        _bench.End(worker);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Completed);
        Assert.Single(worker.Gateway.Of(CallKind.WriteRows));
        Assert.Equal(0, worker.Status.Released);
    }

    [Fact]
    public void Stop_WriteIsBeingRepeated_GoesOnThroughTheDrain()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count <= 4 ? Trouble.Status(System.Net.HttpStatusCode.BadGateway) : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.WriteRows).Count == 1);

        _bench.End(worker);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Completed);
    }

    [Fact]
    public void Stop_ClaimIsUnderWay_ItsDocumentsAreHandedBack()
    {
        _bench.StageMany(3);
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = static call => call.Kind == CallKind.Claim ? new Trouble { There = TimeSpan.FromSeconds(4), Back = TimeSpan.FromSeconds(4) } : null;
        _bench.Run(TimeSpan.FromSeconds(2));

        _bench.End(worker);

        Assert.Equal(3, worker.Status.Claimed);
        Assert.Equal(3, worker.Status.Released);
        Assert.All(_bench.Gateway.Documents, static document => Assert.Equal(("pending", null), (document.Stage, document.WorkerId)));
        Assert.Single(worker.Gateway.Of(CallKind.Claim));
        Assert.Equal(0, worker.Status.Completed);
    }

    [Fact]
    public void Stop_ClaimsKeepFailing_EndsAtOnce()
    {
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)));
        worker.Gateway.Script = static call => Trouble.Status(System.Net.HttpStatusCode.BadGateway);
        _bench.Run(TimeSpan.FromMinutes(3));

        _bench.End(worker);

        Assert.True(worker.EndedAt - worker.StoppedAt < TimeSpan.FromSeconds(0.2));
    }

    [Fact]
    public void Stop_BeforeTheFirstTurn_ClaimsNothing()
    {
        _bench.Stage("a");
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), static options => options.WorkerId = "early");
        worker.Stop();

        _bench.RunUntil(() => worker.EndedAt is not null);

        Assert.InRange(worker.Gateway.Of(CallKind.Claim).Count, 0, 1);
        Assert.Equal("pending", _bench.StageOf("a"));
        Assert.Null(_bench.HolderOf("a"));
    }

    private IEnumerable<string> Stages() => _bench.Gateway.Documents.Select(static document => document.Stage);
}
