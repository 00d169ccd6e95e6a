using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>Rows of many documents in one write.</summary>
public sealed class SharedWritesTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Rows_OfDocumentsThatAreReadyTogether_GoInOneWrite()
    {
        _bench.StageMany(8);
        var worker = Start();

        _bench.RunUntil(() => worker.Status.Completed == 8);

        Assert.Equal(8, Assert.Single(worker.Gateway.Of(CallKind.WriteRows)).Ids.Count);
        Assert.Equal(8, _bench.Gateway.Rows.Count);
    }

    [Fact]
    public void Rows_MoreThanAWriteTakes_GoInSeveral()
    {
        _bench.StageMany(8);
        var worker = Start(static options => options.Writes.MaxRows = 3);

        _bench.RunUntil(() => worker.Status.Completed == 8);

        Assert.Equal([3, 3, 2], worker.Gateway.Of(CallKind.WriteRows).Select(static call => call.Ids.Count));
    }

    [Fact]
    public void Rows_MoreBytesThanAWriteTakes_GoInSeveral()
    {
        _bench.StageMany(8);

        // A row has 256 bytes and 12 for each of its two components.
        var worker = Start(static options => options.MaxWriteBytes = 600);

        _bench.RunUntil(() => worker.Status.Completed == 8);

        Assert.Equal([2, 2, 2, 2], worker.Gateway.Of(CallKind.WriteRows).Select(static call => call.Ids.Count));
    }

    [Fact]
    public void Rows_OthersAreStillWorkedOn_WaitNoLongerThanTheDelay()
    {
        _bench.StageMany(2);
        var worker = _bench.Start(
            static async (document, cancellationToken) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(document.Id == "d1" ? 1 : 30), document.Clock, cancellationToken);
                return WorkHandler.Rows(document);
            },
            static options => options.Writes.MaxDelay = TimeSpan.FromSeconds(5));

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.InRange(Assert.Single(worker.Gateway.Of(CallKind.WriteRows)).At, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(6.5));
    }

    [Fact]
    public void Place_RowsWaitToBeWritten_IsTheNextDocuments()
    {
        _bench.StageMany(6);
        var worker = Start(static options =>
        {
            options.MaxConcurrentDocuments = 1;
            options.Writes.MaxDelay = TimeSpan.FromSeconds(30);
        });

        _bench.RunUntil(() => worker.Status.Completed == 6);

        // One after another was worked on, and what the first five gave waited for the last.
        Assert.Equal(6, Assert.Single(worker.Gateway.Of(CallKind.WriteRows)).Ids.Count);
        Assert.InRange(_bench.Now, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Claims_RowsWaitToBeWritten_GoOnUpToTheMostThatAreHeld()
    {
        _bench.StageMany(100);
        var worker = Start(static options =>
        {
            options.MaxConcurrentDocuments = 2;
            options.ClaimLimit = 4;
            options.MaxHeldDocuments = 40;
            options.Writes.MaxConcurrent = 1;
        });
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows ? new Trouble { There = TimeSpan.FromMinutes(1) } : null;

        _bench.Run(TimeSpan.FromSeconds(55));

        Assert.Equal(40, _bench.Gateway.Documents.Count(static document => document.Stage == "embedding"));
    }

    [Fact]
    public void Rows_OneDocumentIsRefused_NeighboursAreWritten()
    {
        _bench.StageMany(8);
        var worker = Start();
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows && call.Ids.Contains("d3") ? Trouble.Refused(HttpStatusCode.UnprocessableEntity) : null;

        _bench.RunUntil(() => worker.Status is { Completed: 7, Failed: 1 });

        Assert.Equal("d3", Assert.Single(worker.Status.RecentFailures).DocumentId);
        Assert.Equal(7, _bench.Gateway.Rows.Count);
    }

    [Fact]
    public void Rows_TheStoreBreaksAtOneDocument_NeighboursDoNotMeetItAgain()
    {
        _bench.StageMany(8);
        var worker = Start();
        worker.Gateway.Script = static call => call.Kind == CallKind.WriteRows && call.Ids.Contains("d3") ? Trouble.Status(HttpStatusCode.InternalServerError) : null;

        _bench.RunUntil(() => worker.Status.Completed == 7);

        var after = worker.Gateway.Of(CallKind.WriteRows).Skip(1).ToList();
        Assert.All(after.FindAll(static call => call.Ids.Contains("d3")), static call => Assert.Equal(["d3"], call.Ids));
        Assert.Equal(0, worker.Status.Failed);
    }

    [Fact]
    public void Rows_TooManyWrites_AreSentTogetherAgain()
    {
        _bench.StageMany(8);
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 1 ? Trouble.Status(HttpStatusCode.TooManyRequests) : null;

        _bench.RunUntil(() => worker.Status.Completed == 8);

        Assert.InRange(worker.Gateway.Of(CallKind.WriteRows).Count, 2, 8);
        Assert.Contains(worker.Gateway.Of(CallKind.WriteRows).Skip(1), static call => call.Ids.Count > 1);
        Assert.Equal(0, worker.Status.Failed);
    }

    [Fact]
    public void Writes_AreRefusedForWantOfRoom_BecomeFewerAndMoreAgain()
    {
        _bench.StageMany(40);
        var worker = Start(static options =>
        {
            options.MaxConcurrentDocuments = 40;
            options.ClaimLimit = 40;
            options.Writes.MaxRows = 1;
        });
        worker.Gateway.Script = call => call.Kind != CallKind.WriteRows ? null
            : worker.Gateway.Of(CallKind.WriteRows).Count <= 4 ? Trouble.Status(HttpStatusCode.TooManyRequests)
            : new Trouble { There = TimeSpan.FromSeconds(1) };

        _bench.RunUntil(() => worker.Status.Completed == 40);

        var together = worker.Gateway.Of(CallKind.WriteRows).Skip(4).GroupBy(static call => call.At).Select(static group => group.Count()).ToList();
        Assert.Equal(1, together[0]);
        Assert.Contains(4, together);
    }

    [Fact]
    public void Lease_IsOverWhileAWriteIsRetried_LeavesItAndNeighboursStay()
    {
        _bench.StageMany(4);
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.WriteRows && worker.Gateway.Of(CallKind.WriteRows).Count == 1 ? Trouble.Retried(TimeSpan.FromSeconds(25)) : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.WriteRows).Count == 1);

        _bench.Gateway.TakeAway("d2", "embedding", "elsewhere");
        _bench.RunUntil(() => worker.Status.Completed == 3);

        var writes = worker.Gateway.Of(CallKind.WriteRows);
        Assert.Equal(4, writes[0].Ids.Count);
        Assert.All(writes.Skip(1), static call => Assert.DoesNotContain("d2", call.Ids));
        Assert.Equal(2, writes.Count);
        Assert.DoesNotContain("d2-0", _bench.Gateway.Rows.Keys);
    }

    /// <summary>The write was split, and half of its documents wait for the other half, which nobody waits for any more.</summary>
    [Fact]
    public void Lease_AllOfAHalfAreLost_ItsWriteIsCancelled()
    {
        _bench.StageMany(4);
        var worker = Start();
        worker.Gateway.Script = static call => call.Kind != CallKind.WriteRows ? null
            : call.Ids.Contains("d4") ? Trouble.Refused(HttpStatusCode.UnprocessableEntity)
            : call.Ids.Contains("d1") ? new Trouble { Arrives = false }
            : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.WriteRows).Count == 2);
        var sent = _bench.Now;

        _bench.Gateway.TakeAway("d1", "embedding", "elsewhere");
        _bench.Gateway.TakeAway("d2", "embedding", "elsewhere");
        _bench.RunUntil(() => worker.Status is { Completed: 1, Failed: 1 });

        Assert.Equal(["d1 d2 d3 d4", "d1 d2", "d3 d4"], worker.Gateway.Of(CallKind.WriteRows).Take(3).Select(static call => string.Join(' ', call.Ids)));
        Assert.InRange(worker.Gateway.Of(CallKind.WriteRows)[2].At - sent, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Rows_NewerOnesOfOneDocumentAreThere_NeighboursAreNotWrittenAgain()
    {
        _bench.StageMany(4);
        var worker = Start();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 4);
        _bench.Gateway.Write(new("d2", long.MaxValue / 2, [new() { Id = "d2-0", Vector = new float[] { 9, 9 } }], ReplacesOlder: true));

        _bench.RunUntil(() => worker.Status.Completed == 4);

        Assert.Equal(["d1 d2 d3 d4", "d2"], worker.Gateway.Of(CallKind.WriteRows).Select(static call => string.Join(' ', call.Ids)));
        Assert.Equal("d2", _bench.Gateway.RowsOf(["d2"])[0].DocumentId);
        Assert.True(_bench.Gateway.Find(["d2-0"])[0].Version > long.MaxValue / 2);
    }

    private BenchWorker Start(Action<DocumentWorkerOptions>? configure = null) => _bench.Start(WorkHandler.Taking(TimeSpan.FromSeconds(1)), configure);
}
