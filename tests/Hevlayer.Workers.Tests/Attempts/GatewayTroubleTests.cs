using System.Net;

namespace Hevlayer.Workers.Tests;

public sealed class GatewayTroubleTests
{
    private readonly Bench _bench = new();
    private int _calls;

    [Fact]
    public void Reading_GatewayHasTrouble_IsNotTheDocumentsFault()
    {
        _bench.Stage("a");
        var worker = Start(static options =>
        {
            options.Retry.MaxAttempts = 2;
            options.Retry.MaxGatewayFailures = 20;
        });
        worker.Gateway.Script = call => call.Kind == CallKind.ReadChunks && worker.Gateway.Of(CallKind.ReadChunks).Count < 20
            ? Trouble.Status(HttpStatusCode.BadGateway)
            : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(20, worker.Gateway.Of(CallKind.ReadChunks).Count);
        Assert.Equal(1, _calls);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Reading_GatewayNeverRecovers_SetsTheDocumentAsideAtTheLimit()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Retry.MaxGatewayFailures = 4);
        worker.Gateway.Script = static call => call.Kind == CallKind.ReadChunks ? Trouble.Status(HttpStatusCode.BadGateway) : null;

        _bench.RunUntil(() => worker.Status.Failed == 1);

        // The first was made ahead, and is no attempt.
        Assert.Equal(1 + 4, worker.Gateway.Of(CallKind.ReadChunks).Count);
        Assert.Equal("The gateway answered 502.", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Equal(0, _calls);
    }

    [Fact]
    public void Reading_KeyIsRefused_IsNotTheDocumentsFault()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Retry.MaxAttempts = 1);
        worker.Gateway.Script = call => call.Kind == CallKind.ReadChunks && worker.Gateway.Of(CallKind.ReadChunks).Count < 5
            ? Trouble.Status(HttpStatusCode.Forbidden)
            : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Writing_GatewayHasTrouble_RepeatsTheWriteAndNotTheWork()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Retry.MaxAttempts = 1);
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count <= 10
            ? Trouble.Status(HttpStatusCode.ServiceUnavailable)
            : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(1, _calls);
        Assert.Equal(11, worker.Gateway.Of(CallKind.WriteRows).Count);
        Assert.Equal(10, worker.Log.Of(LogIds.SettlementFailed).Count);
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Writing_ReplyIsLost_IsRepeatedAndCountsOnce()
    {
        _bench.Stage("a");
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 1 ? Trouble.LostReply : null;

        _bench.RunUntil(() => worker.Status.Completed + worker.Status.LeasesLost > 0);

        Assert.Equal(1, worker.Status.Completed);
        Assert.Equal(1, _calls);
    }

    [Fact]
    public void Writing_GatewayNeverRecovers_SetsTheDocumentAsideAtTheLimit()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Retry.MaxGatewayFailures = 3);
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? Trouble.Status(HttpStatusCode.BadGateway) : null;

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal(3, worker.Gateway.Of(CallKind.WriteRows).Count);
        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(1, _calls);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(422)]
    public void Writing_RowsAreRefusedTwice_SetsTheDocumentAside(int status)
    {
        _bench.Stage("a", "b");
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && call.Ids.Contains("a") ? Trouble.Refused((HttpStatusCode)status) : null;

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 1 });

        Assert.Equal($"The gateway answered {status}.", Assert.Single(worker.Status.RecentFailures).Reason);

        // Together, each by itself, and the bad one once more.
        Assert.Equal(["a b", "a", "b", "a"], worker.Gateway.Of(CallKind.WriteRows).Select(static call => string.Join(' ', call.Ids)));
    }

    [Fact]
    public void SettingAside_GatewayHasTrouble_IsRepeated()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (_, _) => Task.FromResult(DocumentOutcome.Fail("no text")));
        worker.Gateway.Script = call => call.Kind == CallKind.Move && worker.Gateway.Of(CallKind.Move).Count <= 5 ? Trouble.Status(HttpStatusCode.BadGateway) : null;

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(6, worker.Gateway.Of(CallKind.Move).Count);
        Assert.Single(worker.Log.Of(LogIds.DocumentFailed));
    }

    [Fact]
    public void SettingAside_ReplyIsLost_CountsWithItsReason()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (_, _) => Task.FromResult(DocumentOutcome.Fail("no text")));
        worker.Gateway.Script = call => call.Kind == CallKind.Move && worker.Gateway.Of(CallKind.Move).Count == 1 ? Trouble.LostReply : null;

        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal(1, worker.Status.Failed);
        Assert.Equal("no text", Assert.Single(worker.Status.RecentFailures).Reason);
    }

    [Fact]
    public void SettingAside_IsRefused_SaysSoAndTheLeaseBringsTheDocumentBack()
    {
        _bench.Stage("a");
        var worker = _bench.Start(static (_, _) => Task.FromResult(DocumentOutcome.Fail("no text")));
        worker.Gateway.Script = call => call.Kind == CallKind.Move && worker.Gateway.Of(CallKind.Move).Count <= 2 ? Trouble.Refused(HttpStatusCode.UnprocessableEntity) : null;

        _bench.RunUntil(() => worker.Log.Of(LogIds.NotFailed).Count == 1);
        Assert.Equal(0, worker.Status.Failed);
        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.InRange(_bench.Now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.2));
        Assert.Equal(2, worker.Status.Claimed);
        Assert.Equal("failed", _bench.StageOf("a"));
    }

    [Fact]
    public void Outage_ShorterThanTheLimit_SetsNothingAside()
    {
        _bench.StageMany(30);
        var isDown = false;
        var worker = _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(10)));
        worker.Gateway.Script = _ => isDown ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        _bench.Run(TimeSpan.FromSeconds(15));

        isDown = true;
        _bench.Run(TimeSpan.FromMinutes(20));
        isDown = false;
        _bench.RunUntil(() => _bench.Gateway.OpenDocuments == 0);

        Assert.Equal(30, _bench.Gateway.Rows.Count);
        Assert.Equal(0, worker.Status.Failed);
    }

    private BenchWorker Start(Action<DocumentWorkerOptions>? configure = null) => _bench.Start(
        (document, _) =>
        {
            _calls++;
            return Task.FromResult(WorkHandler.Rows(document));
        },
        configure);
}
