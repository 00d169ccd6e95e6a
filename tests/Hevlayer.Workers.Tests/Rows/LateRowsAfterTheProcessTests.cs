using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Rows of a document that was lost arrive when the process that sent them has ended, or is about to.</summary>
public sealed class LateRowsAfterTheProcessTests
{
    private readonly Bench _bench = new();
    private readonly AttemptRecords _records = new();

    /// <summary>The same worker has indexed the next text meanwhile, which must not close what is open of the old one.</summary>
    [Fact]
    public void Rows_OfAnEarlierHoldArriveAfterTheCrash_AreSeenToByTheNextProcess()
    {
        Stage("old one|both");
        var worker = Start("worker-1", new MemoryAttemptJournal(_records));
        DelayFirstWrite(worker, TimeSpan.FromSeconds(25));
        _bench.Run(TimeSpan.FromSeconds(3));
        Stage("both|new one");
        _bench.RunUntil(() => worker.Status.Completed == 1);
        _bench.Run(TimeSpan.FromSeconds(1));
        worker.Node.Kill();
        _records.ProcessDied();

        Assert.Equal((0, AttemptState.Abandoned), (_records["a"].Crashes, _records["a"].State));
        Assert.True(_bench.Now < TimeSpan.FromSeconds(25), "The first write has come already.");
        Start("worker-1", new MemoryAttemptJournal(_records));
        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed("both|new one");
        Assert.Equal(AttemptState.Closed, _records["a"].State);
    }

    /// <summary>The process that looks after the crash indexes the next text, and dies before the look.</summary>
    [Fact]
    public void Rows_OfAnEarlierHoldArriveAfterTwoCrashes_AreSeenToByTheThirdProcess()
    {
        Stage("old one|both");
        var first = Start("worker-1", new MemoryAttemptJournal(_records));
        DelayFirstWrite(first, TimeSpan.FromSeconds(25));
        _bench.Run(TimeSpan.FromSeconds(3));
        first.Node.Kill();
        Stage("both|new one");
        var second = Start("worker-2", new MemoryAttemptJournal(_records));
        _bench.RunUntil(() => second.Status.Completed == 1);
        _bench.Run(TimeSpan.FromSeconds(1));
        second.Node.Kill();

        Assert.True(_bench.Now < TimeSpan.FromSeconds(25), "The first write has come already.");
        Start("worker-3", new MemoryAttemptJournal(_records));
        _bench.Run(TimeSpan.FromMinutes(5));

        AssertIndexed("both|new one");
        Assert.Equal(AttemptState.Closed, _records["a"].State);
    }

    /// <summary>Each call has a time of its own: one limit for all of a look would end it again and again.</summary>
    [Fact]
    public void Rows_WorkerEndsAndCallsAreSlow_AreClearedAway()
    {
        Stage("old one|both");
        var slow = Start("worker-1", journal: null);
        slow.Gateway.Script = call => call.Kind switch
        {
            CallKind.WriteRows => new Trouble { There = TimeSpan.FromSeconds(25) },
            CallKind.Claim => null,
            _ when call.At > TimeSpan.FromSeconds(27) => new Trouble { There = slow.Options.Shutdown.ReleaseTime / 20, Back = slow.Options.Shutdown.ReleaseTime / 20 },
            _ => null,
        };
        _bench.Run(TimeSpan.FromSeconds(3));
        Stage("both|new one");
        Start("worker-2", journal: null);
        _bench.Run(TimeSpan.FromSeconds(25));
        AssertRows("old one|both|new one");

        _bench.End(slow);

        AssertIndexed("both|new one");
    }

    private static void DelayFirstWrite(BenchWorker worker, TimeSpan time) => worker.Gateway.Script = call =>
        call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 1 ? new Trouble { There = time } : null;

    private BenchWorker Start(string workerId, IAttemptJournal? journal) => _bench.Start(
        static worker => new EmbeddingHandler(
            new EmbeddingBatcher(new ScriptedGenerator(worker.Clock), worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log),
            "model",
            worker.Options.Embedding),
        options => options.WorkerId = workerId,
        journal);

    private void Stage(string texts) => _bench.Gateway.Stage("a", RowWorld.Chunks("a", texts.Split('|')));

    private void AssertIndexed(string texts)
    {
        Assert.Equal("indexed", _bench.StageOf("a"));
        AssertRows(texts);
    }

    private void AssertRows(string texts) =>
        Assert.Equal(texts.Split('|').Order(StringComparer.Ordinal), _bench.Gateway.Rows.Values.Select(static row => row[(row.IndexOf("text=", StringComparison.Ordinal) + 5)..]).Order(StringComparer.Ordinal));
}
