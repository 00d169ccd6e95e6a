namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Rows that look right are not enough: what was staged last must be what they come from.</summary>
public sealed class UnchangedRaceTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Document_CompletedAndMarked_IsUnchanged()
    {
        Index("one", "two");

        Assert.True(await IsUnchangedAsync("one", "two"));
        Assert.True(await IsUnchangedAsync("two", "one"));
        Assert.False(await IsUnchangedAsync("one"));
        Assert.False(await IsUnchangedAsync("one", "two", "three"));
    }

    [Fact]
    public async Task Document_StagedAgainAndPending_IsStagedOnceMore()
    {
        var worker = Index("one");
        _bench.End(worker);
        Stage("other");

        Assert.False(await IsUnchangedAsync("one"));
    }

    /// <summary>Another text is staged and indexed between two of the questions.</summary>
    [Theory]
    [InlineData("other")]
    [InlineData("one|more")]
    [InlineData("one")]
    public async Task Document_IndexedAnewBetweenTheQuestions_IsStagedOnceMore(string other)
    {
        var worker = Index("one", "two");

        Assert.False(await IsUnchangedAsync(
            () =>
            {
                Stage(other.Split('|'));
                _bench.RunUntil(() => worker.Status.Completed == 2);
            },
            "one",
            "two"));
    }

    /// <summary>Nothing but the late rows of a worker that has lost the document, which was deleted since.</summary>
    [Fact]
    public async Task Rows_OfAWorkerThatLostTheDocument_DoNotCount()
    {
        Stage("one");
        var slow = Start("worker-1");
        slow.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? new Trouble { There = TimeSpan.FromSeconds(25) } : null;
        _bench.Run(TimeSpan.FromSeconds(3));
        _bench.Gateway.Stage("a", Deletion.ChunksOf("a"));
        var fast = Start("worker-2");
        _bench.RunUntil(() => fast.Status.Completed == 1);

        _bench.RunUntil(() => _bench.Gateway.Rows.Count == 1);

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.False(await IsUnchangedAsync("one"));
    }

    [Fact]
    public async Task Document_StagedAgainUnchangedAndNeverMarked_IsMarkedThen()
    {
        Stage("one");
        var first = Start("worker-1", marks: false);
        _bench.RunUntil(() => first.Status.Completed == 1);
        _bench.End(first);
        Assert.False(await IsUnchangedAsync("one"));

        Index("one");

        Assert.True(await IsUnchangedAsync("one"));
    }

    [Fact]
    public void Mark_ThatCannotBeWritten_FailsNothing()
    {
        Stage("one");
        var worker = Start("worker-1");
        worker.Gateway.Script = static call => call.Kind == CallKind.Mark ? Trouble.Status(System.Net.HttpStatusCode.InternalServerError) : null;

        _bench.RunUntil(() => worker.Status.Completed == 1);
        _bench.Run(TimeSpan.FromMinutes(1));

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Equal((0, 0), (worker.Status.Failed, worker.Status.Released));
        Assert.Single(worker.Gateway.Of(CallKind.Mark));
    }

    private BenchWorker Index(params string[] texts)
    {
        Stage(texts);
        var worker = Start("worker-9");
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.Mark).Count == 1);
        _bench.Run(TimeSpan.FromSeconds(1));
        return worker;
    }

    private BenchWorker Start(string workerId, bool marks = true) => _bench.Start(
        static worker => new EmbeddingHandler(
            new EmbeddingBatcher(new ScriptedGenerator(worker.Clock), worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log),
            "model",
            worker.Options.Embedding),
        options =>
        {
            options.WorkerId = workerId;
            options.Embedding.MarkCompleted = marks;
        });

    private void Stage(params string[] texts) => _bench.Gateway.Stage("a", RowWorld.Chunks("a", texts));

    private Task<bool> IsUnchangedAsync(params string[] texts) => IsUnchangedAsync(afterList: null, texts);

    private Task<bool> IsUnchangedAsync(Action? afterList, params string[] texts) =>
        new UnchangedCheck(new BenchView(_bench.Gateway) { AfterList = afterList }, "model", new()).IsUnchangedAsync("a", RowWorld.Chunks("a", texts), TestContext.Current.CancellationToken);
}
