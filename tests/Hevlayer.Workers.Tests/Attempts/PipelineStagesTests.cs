namespace Hevlayer.Workers.Tests;

/// <summary>A pipeline with more than two stages: pending, extracted, enriched, indexed.</summary>
public sealed class PipelineStagesTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Documents_ThroughFourStages_EndIndexed()
    {
        _bench.StageMany(5);
        _bench.Start(new WorkHandler(static (_, _) => Task.FromResult(DocumentOutcome.MoveTo("extracted"))), Between("extract", "pending", "extracting"));
        _bench.Start(new WorkHandler(static (_, _) => Task.FromResult(DocumentOutcome.MoveTo("enriched"))), Between("enrich", "extracted", "enriching"));
        _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), Between("embed", "enriched", "embedding"));

        _bench.RunUntil(() => _bench.Gateway.OpenDocuments == 0);

        Assert.All(_bench.Gateway.Documents, static document => Assert.Equal("indexed", document.Stage));
        Assert.Equal(5, _bench.Gateway.Rows.Count);
    }

    [Fact]
    public void Restage_NewChunks_AreWhatTheNextWorkerReads()
    {
        _bench.Stage("a");
        var round = 0;
        var worker = _bench.Start((document, _) => Task.FromResult(round++ == 0
            ? DocumentOutcome.Restage([new() { Id = "a-summary", Text = "short" }, new() { Id = "a-rest", Text = "rest" }])
            : WorkHandler.Rows(document)));

        _bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.Equal(["a-rest", "a-summary"], _bench.Gateway.Rows.Keys);
        Assert.Equal(2, worker.Status.Claimed);
    }

    [Fact]
    public void Restage_ClaimOvertakesTheReply_NothingIsTakenForLost()
    {
        _bench.Stage("a");
        var round = 0;
        var worker = _bench.Start(async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20), document.Clock, cancellationToken);
            return round++ == 0 ? DocumentOutcome.Restage([new() { Id = "a-short", Text = "short" }]) : WorkHandler.Rows(document);
        });
        worker.Gateway.Script = static call => call.Kind == CallKind.PutChunks ? new Trouble { Back = TimeSpan.FromSeconds(10) } : null;

        _bench.RunUntil(() => worker.Status.Completed == 2);

        Assert.True(worker.Gateway.Of(CallKind.Claim)[^1].At > worker.Gateway.Of(CallKind.PutChunks)[0].At);
        Assert.Equal(0, worker.Status.LeasesLost);
        Assert.Equal(["a-short"], _bench.Gateway.Rows.Keys);
    }

    [Fact]
    public void Failures_InALaterStage_AreTriedThereAndSetAside()
    {
        _bench.Stage("a");
        _bench.Start(new WorkHandler(static (_, _) => Task.FromResult(DocumentOutcome.MoveTo("extracted"))), Between("extract", "pending", "extracting"));
        var calls = 0;
        var embed = _bench.Start(
            new WorkHandler((_, _) =>
            {
                calls++;
                throw new IOException("no");
            }),
            Between("embed", "extracted", "embedding"));

        _bench.RunUntil(() => embed.Status.Failed == 1);

        Assert.Equal(5, calls);
        Assert.Equal("failed", _bench.StageOf("a"));
    }

    [Fact]
    public void Stop_WorkerOfALaterStage_HandsBackToItsOwnStage()
    {
        _bench.Stage("a", "b");
        var extract = _bench.Start(new WorkHandler(static (_, _) => Task.FromResult(DocumentOutcome.MoveTo("extracted"))), Between("extract", "pending", "extracting"));
        _bench.RunUntil(() => extract.Status.Completed == 2);
        var embed = _bench.Start(WorkHandler.Taking(TimeSpan.FromMinutes(30)), Between("embed", "extracted", "embedding"));
        _bench.RunUntil(() => embed.Status.Claimed == 2);

        _bench.End(embed);

        Assert.Equal("extracted", _bench.StageOf("a"));
        Assert.Equal("extracted", _bench.StageOf("b"));
        Assert.Null(_bench.HolderOf("a"));
    }

    [Fact]
    public void Move_DocumentIsNoLongerOurs_CountsAsALostLease()
    {
        _bench.Stage("a");
        var worker = _bench.Start((document, _) =>
        {
            _bench.Gateway.TakeAway(document.Id, "extracting", DocumentStage.Pending);
            return Task.FromResult(DocumentOutcome.MoveTo("extracted"));
        }, Between("extract", "pending", "extracting"));

        _bench.RunUntil(() => worker.Status.LeasesLost > 0);

        Assert.Equal(0, worker.Status.Completed);
        Assert.NotEqual("extracted", _bench.StageOf("a"));
    }

    [Fact]
    public void ReadChunks_SwitchedOff_ReadsNothing()
    {
        _bench.Stage("a");
        var handler = new WorkHandler(static (document, _) => Task.FromResult(DocumentOutcome.Restage([new() { Id = document.Id, Text = "made here" }])));
        var worker = _bench.Start(handler, options =>
        {
            Between("extract", "pending", "extracting")(options);
            options.ReadChunks = false;
            options.MaxHeldDocuments = options.MaxConcurrentDocuments = options.ClaimLimit = 1;
        });

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Empty(worker.Gateway.Of(CallKind.ReadChunks));
        Assert.Empty(handler.Given[0].Chunks);
    }

    [Fact]
    public void Outcomes_NothingToWrite_AreRefused()
    {
        Assert.Throws<ArgumentException>(static () => DocumentOutcome.Index([]));
        Assert.Throws<ArgumentException>(static () => DocumentOutcome.Restage([]));
        Assert.Throws<ArgumentException>(static () => DocumentOutcome.MoveTo(" "));
        Assert.Throws<ArgumentException>(static () => DocumentOutcome.Fail(" "));
        Assert.Throws<ArgumentNullException>(static () => DocumentOutcome.Index(null!));
        Assert.Throws<ArgumentNullException>(static () => DocumentOutcome.Restage(null!));
        Assert.Equal("indexed", DocumentOutcome.Index([new() { Id = "a" }]).Target.Value);
        Assert.Equal("pending", DocumentOutcome.Restage([new() { Id = "a" }]).Target.Value);
        Assert.Equal("enriched", DocumentOutcome.MoveTo("enriched").Target.Value);
        Assert.Equal("failed", DocumentOutcome.Fail("no").Target.Value);
    }

    private static Action<DocumentWorkerOptions> Between(string workerId, string stage, string claimStage) => options =>
    {
        options.WorkerId = workerId;
        options.Stage = stage;
        options.ClaimStage = claimStage;
    };
}
