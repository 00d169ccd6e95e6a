using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>What earlier processes of the worker died at.</summary>
public sealed class CrashCountTests
{
    private readonly Bench _bench = new();
    private readonly AttemptRecords _records = new();
    private readonly HashSet<string> _inWork = [];
    private readonly List<(string Id, int Attempt, bool IsNoted, int Beside)> _attempts = [];

    [Fact]
    public void Document_ThreeProcessesDiedAtIt_FailsWithItsReasonAndIsNotTried()
    {
        _bench.Stage("a", "b");
        Die("a", times: 3);
        var worker = Start();

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 1 });

        Assert.Equal("failed", _bench.StageOf("a"));
        Assert.Equal("b", Assert.Single(_attempts).Id);
        Assert.Contains("died 3 times", Assert.Single(worker.Status.RecentFailures).Reason, StringComparison.Ordinal);
    }

    /// <summary>Its failure is the end of that history: what is staged next is tried, also while late rows are looked for.</summary>
    /// <param name="after">Seconds after the failure.</param>
    [Theory]
    [InlineData(5)]
    [InlineData(150)]
    public void Document_FailedForItsCrashes_IsTriedWhenItIsStagedAgain(int after)
    {
        _bench.Stage("a");
        Die("a", times: 3);
        var worker = Start();
        _bench.RunUntil(() => worker.Status.Failed == 1);
        _bench.Run(TimeSpan.FromSeconds(after));

        Assert.Equal((0, 0), (_records["a"].Attempts, _records["a"].Crashes));
        _bench.Stage("a");
        _bench.RunUntil(() => worker.Status.Completed == 1);
        Assert.Equal(1, Assert.Single(_attempts).Attempt);
    }

    [Fact]
    public void Document_TwoProcessesDiedAtIt_IsTriedOnceMoreAndAlone()
    {
        _bench.StageMany(8);
        Die("d4", times: 2);
        var worker = Start();

        _bench.RunUntil(() => worker.Status.Completed == 8);

        var suspect = Assert.Single(_attempts, static attempt => attempt.Id == "d4");
        Assert.Equal((3, 0), (suspect.Attempt, suspect.Beside));
        Assert.Contains(_attempts, static attempt => attempt.Beside > 0);
    }

    /// <summary>Who dies of reading a document must be counted, too.</summary>
    [Fact]
    public void Document_IsReadAhead_ItsAttemptIsWrittenDownBefore()
    {
        _bench.StageMany(20);
        var worker = Start();
        var reads = new List<(string Id, bool IsNoted)>();
        worker.Gateway.Script = call =>
        {
            reads.AddRange(call.Kind == CallKind.ReadChunks ? call.Ids.Select(id => (id, _records[id].State == AttemptState.Open)) : []);
            return null;
        };

        _bench.RunUntil(() => worker.Status.Completed == 20);

        Assert.Equal(20, reads.Count);
        Assert.All(reads, static read => Assert.True(read.IsNoted, $"{read.Id} is read before its attempt is written down."));
    }

    /// <summary>Were others read beside it, the next crash would not tell which of them was its cause. Afterwards all is as before.</summary>
    [Fact]
    public void Document_AProcessDiedAtIt_NothingIsReadAheadUntilItHasEnded()
    {
        _bench.Stage("suspect");
        Die("suspect", times: 1);
        var (suspect, rest) = (new TaskCompletionSource(), new TaskCompletionSource());
        var worker = _bench.Start(
            _ => new WorkHandler(async (document, cancellationToken) =>
            {
                _inWork.Add(document.Id);
                await (document.Id == "suspect" ? suspect : rest).Task.WaitAsync(cancellationToken);
                _inWork.Remove(document.Id);
                return WorkHandler.Rows(document);
            }),
            static options => (options.MaxConcurrentDocuments, options.ClaimLimit) = (2, 8),
            new MemoryAttemptJournal(_records));
        _bench.RunUntil(() => _inWork.Count == 1);

        _bench.StageMany(5);
        _bench.Run(TimeSpan.FromSeconds(30));
        Assert.Equal("worker-1", _bench.HolderOf("d5"));
        Assert.Equal(["suspect"], worker.Gateway.Of(CallKind.ReadChunks).SelectMany(static call => call.Ids));

        worker.Node.Run(suspect.SetResult);
        _bench.RunUntil(() => _inWork.Count == 2);
        _bench.StageMany(8);
        _bench.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(2, _inWork.Count);
        Assert.Contains("d8", worker.Gateway.Of(CallKind.ReadChunks).SelectMany(static call => call.Ids));
        worker.Node.Run(rest.SetResult);
        _bench.RunUntil(() => _bench.Gateway.Documents.All(static document => document.Stage == "indexed"));
    }

    [Fact]
    public void Attempt_Begins_IsWrittenDownBefore()
    {
        _bench.Stage("a");
        var worker = Start();

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.True(Assert.Single(_attempts).IsNoted);
        Assert.Equal(AttemptState.Closed, _records["a"].State);
    }

    /// <summary>The handler of the earlier claim does not listen, and ends when the next one has begun.</summary>
    [Fact]
    public void Attempt_UnderANewClaim_StaysOpenWhenTheEarlierOneEnds()
    {
        _bench.Stage("a");
        _bench.Start(
            static _ => new WorkHandler(static async (document, _) =>
            {
                await Task.Delay(TimeSpan.FromMinutes(30), document.Clock, CancellationToken.None);
                return WorkHandler.Rows(document);
            }),
            journal: new MemoryAttemptJournal(_records));
        _bench.Run(TimeSpan.FromSeconds(5));

        _bench.Gateway.TakeAway("a", "embedding", "pending");
        _bench.Run(TimeSpan.FromMinutes(2));

        Assert.Equal("worker-1", _bench.HolderOf("a"));
        Assert.Equal(AttemptState.Open, _records["a"].State);
    }

    private void Die(string id, int times)
    {
        for (; times > 0; times--)
        {
            _records.Apply(new(AttemptEventKind.Begun, id, "worker-1~1"));
            _records.ProcessDied();
        }
    }

    private BenchWorker Start() => _bench.Start(
        _ => new WorkHandler(async (document, cancellationToken) =>
        {
            _attempts.Add((document.Id, document.Attempt, _records[document.Id].State == AttemptState.Open, _inWork.Count));
            _inWork.Add(document.Id);
            await Task.Delay(TimeSpan.FromSeconds(1), document.Clock, cancellationToken);
            _inWork.Remove(document.Id);
            return WorkHandler.Rows(document);
        }),
        journal: new MemoryAttemptJournal(_records));
}
