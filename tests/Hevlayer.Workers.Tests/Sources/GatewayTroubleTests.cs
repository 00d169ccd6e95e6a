using System.Net;

namespace Hevlayer.Workers.Tests.Sources;

public sealed class GatewayTroubleTests
{
    private readonly SourceBench _bench = new();

    public static TheoryData<string> Troubles => [.. Errors.Keys];

    private static Dictionary<string, Exception> Errors { get; } = new(StringComparer.Ordinal)
    {
        ["down"] = new HevlayerConnectionException("down") { IsTransient = true },
        ["in trouble"] = new HevlayerException("trouble") { StatusCode = HttpStatusCode.InternalServerError, IsTransient = true },
        ["unknown pipeline"] = new HevlayerException("unknown") { StatusCode = HttpStatusCode.NotFound },
        ["key refused"] = new HevlayerException("no") { StatusCode = HttpStatusCode.Unauthorized },
        ["wrong address"] = new HevlayerException("moved") { StatusCode = HttpStatusCode.MovedPermanently },
        ["broken"] = new InvalidOperationException("broken"),
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Gateway_ForTenMinutes_MessageIsHeldAndStagedAfterwards(string trouble)
    {
        var mapped = 0;
        _bench.Queue.Send("a");
        _bench.Shelf.Script = call => call.From < TimeSpan.FromMinutes(10) ? Errors[trouble] : null;
        var worker = _bench.Start(
            (message, _) =>
            {
                mapped++;
                return Task.FromResult<SourceDocument?>(SourceDocument.OfText(message.Body.Text));
            },
            static options => options.Retry.MaxAttempts = 1);

        _bench.RunUntilEmpty();

        Assert.InRange(_bench.Now, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11.1));
        Assert.Single(_bench.Shelf.Staged);
        Assert.Equal(1, mapped);
        Assert.Equal(1, worker.Status.Claimed);
        Assert.Empty(_bench.Queue.Of(QueueAction.Reject));
        Assert.Equal(0, worker.Status.LeasesLost);
    }

    [Fact]
    public void Gateway_InTrouble_IsAskedAfterPausesThatDoubleToAMinute()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Script = static _ => Errors["down"];
        _bench.Start();

        _bench.RunUntil(() => _bench.Queue.Of(QueueAction.Reject).Count == 1);

        var gaps = _bench.Shelf.Calls.Skip(1).Zip(_bench.Shelf.Calls, static (later, earlier) => (later.From - earlier.Until!.Value).TotalSeconds).ToList();
        Assert.Equal(34, gaps.Count);
        Assert.InRange(gaps[0], 0.75, 1);
        Assert.InRange(gaps[1], 1.5, 2);
        Assert.InRange(gaps[5], 24, 32);
        Assert.All(gaps.Skip(6), static gap => Assert.InRange(gap, 45, 60));
    }

    [Theory]
    [InlineData("down")]
    [InlineData("unknown pipeline")]
    public void Gateway_OutlastsThePatience_MessageComesBackAndIsNeverPutAside(string trouble)
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Script = call => call.From < TimeSpan.FromHours(2) ? Errors[trouble] : null;
        var worker = _bench.Start(static options => (options.Retry.MaxAttempts, options.Retry.MaxGatewayFailures) = (2, 5));

        _bench.RunUntilEmpty();

        Assert.Empty(_bench.Queue.DeadLetters);
        Assert.Equal(0, worker.Status.Failed);
        Assert.True(worker.Status.Claimed > 5);
        Assert.All(_bench.Queue.Of(QueueAction.Reject), static call => Assert.Equal(TimeSpan.FromMinutes(10), call.Rejection!.Delay));
        Assert.Single(_bench.Shelf.Staged);
    }

    [Fact]
    public void Gateway_NeverAnswers_IsGivenUpAndAskedAgain()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Takes = Timeout.InfiniteTimeSpan;
        var worker = _bench.Start(static options => options.HandlerTimeout = TimeSpan.FromMinutes(5));

        _bench.RunUntil(() => _bench.Shelf.Calls.Count == 3);
        _bench.Shelf.Takes = TimeSpan.Zero;
        _bench.RunUntilEmpty();

        Assert.Empty(_bench.Queue.DeadLetters);
        Assert.Equal(1, worker.Status.Completed);
        Assert.Contains(worker.Log.Warnings, static text => text.Contains("not staged within 00:05:00", StringComparison.Ordinal));
    }

    [Fact]
    public void Gateway_UnknownPipeline_IsNamedInTheReason()
    {
        _bench.Queue.Send("a");
        _bench.Shelf.Script = static call => call.From < TimeSpan.FromSeconds(1) ? Errors["unknown pipeline"] : null;
        var worker = _bench.Start();

        _bench.RunUntilEmpty();

        Assert.Contains(worker.Log.Warnings, static text => text.Contains("pipeline does not exist", StringComparison.Ordinal));
    }

    [Fact]
    public void OneDocument_InTroubleForLong_LetsTheOthersThrough()
    {
        _bench.Queue.Send(Enumerable.Range(0, 30).Select(static number => $"d{number}"));
        _bench.Shelf.Script = static call => call.DocumentId == "d0" ? Errors["in trouble"] : null;
        var worker = _bench.Start(static options => options.MaxConcurrentDocuments = 1);

        _bench.RunUntil(() => worker.Status.Completed == 29);

        Assert.True(_bench.Now < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void ManyMessages_WhileTheGatewayIsDown_AreLeftInTheQueue()
    {
        _bench.Queue.Send(Enumerable.Range(0, 100).Select(static number => $"d{number}"));
        _bench.Shelf.Script = static _ => Errors["down"];
        var worker = _bench.Start(static options => options.MaxHeldMessages = 25);

        _bench.Run(TimeSpan.FromMinutes(20));

        Assert.Equal(20, worker.Status.Claimed);
        Assert.Equal(80, _bench.Queue.Visible.Count);
        Assert.All(_bench.Queue.Of(QueueAction.Receive), static call => Assert.InRange(call.Limit, 1, 10));
        Assert.False(worker.Status.IsStuck);
    }
}
