using System.Net;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>Documents that an earlier process of the worker had in work when it died: its last write may come late.</summary>
public sealed class AbandonedDocumentTests
{
    private readonly Bench _bench = new();
    private readonly AttemptRecords _records = new();

    [Fact]
    public void Document_IndexedWhenALateWriteCanHaveCome_IsWorkedOnOnceMore()
    {
        var other = RunBesideAnother(TimeSpan.FromSeconds(5));

        _bench.RunUntil(() => other.Status.Completed == 2);

        Assert.Equal("indexed", _bench.StageOf("a"));
    }

    /// <summary>Whoever holds it may have written before the late write came, and indexes it after the look.</summary>
    [Fact]
    public void Document_HeldByAnotherWhenALateWriteCanHaveCome_IsLookedAtUntilItIsIndexed()
    {
        var other = RunBesideAnother(TimeSpan.FromSeconds(150));

        _bench.RunUntil(() => other.Status.Completed == 2);

        Assert.Equal("indexed", _bench.StageOf("a"));
    }

    [Fact]
    public void Document_IsGone_IsNotLookedForWithoutEnd()
    {
        _records.Apply(new(AttemptEventKind.Begun, "gone", "worker-1~1"));
        _records.ProcessDied();
        var worker = Start("worker-1", new MemoryAttemptJournal(_records), TimeSpan.FromSeconds(1));

        _bench.Run(TimeSpan.FromMinutes(120));

        Assert.Equal(AttemptState.Closed, _records["gone"].State);
        var looks = worker.Gateway.Calls.Count(static call => call.Kind == CallKind.Look);
        Assert.InRange(looks, 1, 60 * 3);
    }

    /// <summary>The earlier attempt is seen to while another is under way, and that one may kill the process, too.</summary>
    [Fact]
    public void Attempt_UnderWayWhenAnEarlierOneIsSeenTo_StaysOpen()
    {
        _bench.Stage("a");
        _records.Apply(new(AttemptEventKind.Begun, "a", "worker-1~1"));
        _records.ProcessDied();
        Start("worker-1", new MemoryAttemptJournal(_records), TimeSpan.FromHours(2), TimeSpan.FromHours(3));

        // Until nobody looks any more.
        _bench.Run(TimeSpan.FromMinutes(65));
        _records.ProcessDied();

        Assert.Equal(2, _records["a"].Crashes);
    }

    /// <summary>The worker lost the document, and ended before a single one of its calls about the rows that are left got through.</summary>
    /// <param name="isAnswered">Whether the write was answered, as nothing told the worker in time that the lease is lost.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_ThatTheWorkerCouldNotLookFor_AreSeenToByTheOneThatTakesItsPlace(bool isAnswered)
    {
        _bench.Stage("a");
        var lost = Start("worker-1", new MemoryAttemptJournal(_records), TimeSpan.FromSeconds(1));
        lost.Gateway.Script = call => call.Kind switch
        {
            CallKind.WriteRows => new Trouble { There = TimeSpan.FromSeconds(25) },
            CallKind.Heartbeat when isAnswered => Trouble.Status(HttpStatusCode.ServiceUnavailable),
            _ when call.At > TimeSpan.FromSeconds(20) => Trouble.Status(HttpStatusCode.ServiceUnavailable),
            _ => null,
        };
        _bench.Run(TimeSpan.FromSeconds(3));
        _bench.Gateway.Stage("a", Deletion.ChunksOf("a"));
        var other = Start("worker-2", journal: null, TimeSpan.FromSeconds(1));
        _bench.Run(TimeSpan.FromSeconds(90));
        _bench.End(lost);

        Assert.NotEmpty(_bench.Gateway.Rows);
        Assert.Equal(AttemptState.Stored, _records["a"].State);
        _records.ProcessDied();
        Assert.Equal((0, AttemptState.Abandoned), (_records["a"].Crashes, _records["a"].State));

        Start("worker-1", new MemoryAttemptJournal(_records), TimeSpan.FromSeconds(1));
        _bench.Run(TimeSpan.FromMinutes(5));

        Assert.Equal("indexed", _bench.StageOf("a"));
        Assert.Empty(_bench.Gateway.Rows);
        Assert.Equal(AttemptState.Closed, _records["a"].State);
    }

    private BenchWorker RunBesideAnother(TimeSpan work)
    {
        _bench.Stage("a");
        _records.Apply(new(AttemptEventKind.Begun, "a", "worker-1~1"));
        _records.ProcessDied();
        var one = Start("worker-1", new MemoryAttemptJournal(_records), work);
        one.Gateway.Script = static call => call.Kind == CallKind.Claim ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        return Start("worker-2", journal: null, work);
    }

    private BenchWorker Start(string name, IAttemptJournal? journal, TimeSpan work, TimeSpan? limit = null) => _bench.Start(
        _ => new WorkHandler(async (document, cancellationToken) =>
        {
            await Task.Delay(work, document.Clock, cancellationToken);
            return WorkHandler.Rows(document);
        }),
        options => (options.WorkerId, options.HandlerTimeout) = (name, limit ?? options.HandlerTimeout),
        journal);
}
