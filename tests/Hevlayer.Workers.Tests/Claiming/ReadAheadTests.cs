using System.Net;

namespace Hevlayer.Workers.Tests;

/// <summary>What a worker reads of documents while they wait for a place.</summary>
public sealed class ReadAheadTests
{
    private readonly Bench _bench = new();
    private readonly List<string> _begun = [];
    private readonly TaskCompletionSource _work = new();

    [Fact]
    public void Chunks_DocumentsWaitForAPlace_AreRead()
    {
        _bench.StageMany(5);

        var worker = Start();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 5);
        _bench.Run(TimeSpan.FromSeconds(5));

        Assert.Single(_begun);
    }

    [Fact]
    public void Chunks_ReadAhead_AreNotReadAgain()
    {
        _bench.StageMany(5);
        var worker = Start();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 5);

        Finish(worker);

        Assert.Equal(5, worker.Status.Completed);
        Assert.Equal(5, worker.Gateway.Of(CallKind.ReadChunks).Count);
    }

    [Fact]
    public void Rows_DocumentsWaitForAPlace_AreAskedFor()
    {
        _bench.StageMany(5);
        var generator = default(ScriptedGenerator);
        var worker = _bench.Start(
            worker => new EmbeddingHandler(
                new EmbeddingBatcher(generator = new ScriptedGenerator(worker.Clock) { Time = TimeSpan.FromSeconds(20) }, worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log),
                "model",
                worker.Options.Embedding),
            static options => (options.MaxConcurrentDocuments, options.ClaimLimit) = (1, 8));

        _bench.RunUntil(() => generator!.Running == 1);
        _bench.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(0, worker.Status.Completed);
        Assert.Equal(["d1", "d2", "d3", "d4", "d5"], worker.Gateway.Of(CallKind.AskRows).SelectMany(static call => call.Ids).Where(static id => id.Length == 2).Order());
        _bench.RunUntil(() => worker.Status.Completed == 5);
        Assert.Equal(5, _bench.Gateway.Rows.Count);
        Assert.Equal(5, worker.Gateway.Of(CallKind.AskRows).SelectMany(static call => call.Ids).Count(static id => id.Length == 2));
    }

    /// <summary>The trouble may be over when it is the document's turn, and many that waited would all fail for it.</summary>
    [Fact]
    public void Read_GatewayIsInTrouble_IsNotAnAttemptOfTheDocument()
    {
        _bench.StageMany(6);
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.ReadChunks && !call.Ids.Contains("d1") && _begun.Count < 2 && worker.Gateway.Of(CallKind.ReadChunks).Count < 7
            ? Trouble.Status(HttpStatusCode.ServiceUnavailable)
            : null;

        _bench.RunUntil(() => _begun.Count == 1);
        _bench.Run(TimeSpan.FromSeconds(5));
        Finish(worker);

        Assert.Equal(6, worker.Status.Completed);
        Assert.Equal(0, worker.Status.Report().FailedAttempts);
    }

    /// <summary>What the gateway says of the document itself counts when it is its turn, and is not asked for again before.</summary>
    [Fact]
    public void Read_IsRefused_CountsWhenItIsTheDocumentsTurn()
    {
        _bench.StageMany(2);
        var worker = Start();
        worker.Gateway.Script = call => call.Kind == CallKind.ReadChunks && call.Ids.Contains("d2") && worker.Gateway.Calls.Count(static seen => seen.Kind == CallKind.ReadChunks && seen.Ids.Contains("d2")) == 1
            ? Trouble.Refused(HttpStatusCode.BadRequest)
            : null;
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 2);
        _bench.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(0, worker.Status.Report().FailedAttempts);

        Finish(worker);

        Assert.Equal(1, worker.Status.Report().FailedAttempts);
        Assert.Equal(2, worker.Gateway.Calls.Count(static call => call.Kind == CallKind.ReadChunks && call.Ids.Contains("d2")));
    }

    /// <summary>Nobody knows how large a document is before it is read; what turns out too large is read again in its place.</summary>
    [Fact]
    public void Documents_AreLargerThanTheirShare_AreNotKept()
    {
        for (var number = 0; number < 12; number++)
        {
            _bench.Gateway.Stage($"large{number}", [new Chunk { Id = $"large{number}-0", Text = new string('x', 10_000) }]);
        }

        var worker = Start(static options => options.MaxBufferedBytes = 300_000);

        _bench.RunUntil(() => _begun.Count == 1);
        _bench.Run(TimeSpan.FromSeconds(5));

        // A share of 75,000 bytes: three of them, and the one that was read when it was full.
        var read = worker.Gateway.Of(CallKind.ReadChunks).SelectMany(static call => call.Ids).Distinct().Count();
        Finish(worker);
        Assert.InRange(read, 2, 6);
        Assert.Equal(12, worker.Status.Completed);
    }

    [Fact]
    public void Document_IsLargerThanTheWholeShare_IsReadAgainInItsPlace()
    {
        _bench.Stage("d1");
        _bench.Gateway.Stage("d2", [new Chunk { Id = "d2-0", Text = new string('x', 50_000) }]);
        var worker = Start(static options => options.MaxBufferedBytes = 300_000);
        _bench.RunUntil(() => _begun.Count == 1);
        _bench.Run(TimeSpan.FromSeconds(5));
        Finish(worker);

        Assert.Equal(["d1", "d2"], _begun);
        Assert.Equal(2, worker.Gateway.Calls.Count(static call => call.Kind == CallKind.ReadChunks && call.Ids.Contains("d2")));
    }

    /// <summary>The worker cannot hear that the document is another's by now: what it read long ago must not take newer rows along.</summary>
    [Fact]
    public void Document_AnotherIndexesItsNextTextMeanwhile_NewerRowsStay()
    {
        _bench.Stage("d1", "d2");
        var slow = StartEmbedding("worker-1", TimeSpan.FromSeconds(15));
        slow.Gateway.Script = static call => call.Kind == CallKind.Heartbeat ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        _bench.RunUntil(() => slow.Gateway.Of(CallKind.ReadChunks).Count == 2);
        _bench.Run(TimeSpan.FromSeconds(1));
        slow.Gateway.Script = static call => call.Kind is CallKind.Heartbeat or CallKind.Claim ? Trouble.Status(HttpStatusCode.ServiceUnavailable) : null;
        _bench.Gateway.Stage("d2", [new Chunk { Id = "d2-0", Text = "new" }]);
        var fast = StartEmbedding("worker-2", TimeSpan.FromSeconds(1));
        _bench.RunUntil(() => fast.Status.Completed == 1);
        var newer = _bench.Gateway.RowsOf(["d2"]).Single().Id;

        for (var second = 0; second < 180; second++)
        {
            _bench.Run(TimeSpan.FromSeconds(1));
            Assert.Contains(newer, _bench.Gateway.Rows.Keys);
        }

        Assert.True(slow.Gateway.Of(CallKind.WriteRows).Count > 1, "The slow worker has not written the document.");
        Assert.Equal([newer], _bench.Gateway.RowsOf(["d2"]).Select(static row => row.Id));
    }

    /// <summary>Nothing guards that way of writing: what was read long ago would be indexed instead of what is staged now.</summary>
    [Fact]
    public void Chunks_RowsGoByPutVectors_AreReadInTheirPlace()
    {
        _bench.StageMany(3);

        var worker = Start(static options => options.WriteRowsWith = RowRoute.PutVectors);
        _bench.RunUntil(() => _begun.Count == 1);
        _bench.Run(TimeSpan.FromSeconds(5));

        Assert.Single(worker.Gateway.Of(CallKind.ReadChunks));
        Finish(worker);
        Assert.Equal(3, worker.Status.Completed);
    }

    /// <summary>What was staged last is read when the document comes back.</summary>
    [Fact]
    public void Document_StagedAgainWhileItWaits_IsIndexedAsItIsNow()
    {
        _bench.StageMany(2);
        var worker = Start();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 2);

        _bench.Gateway.Stage("d2", [new Chunk { Id = "new-0", Text = "new" }]);
        Finish(worker);
        _bench.RunUntil(() => _bench.StageOf("d2") == "indexed");

        Assert.Equal(["d1-0", "new-0"], _bench.Gateway.Rows.Keys.Order());
    }

    [Fact]
    public void Stop_DocumentsWaitForAPlace_AreReleased()
    {
        _bench.StageMany(4);
        var worker = Start();
        _bench.RunUntil(() => worker.Gateway.Of(CallKind.ReadChunks).Count == 4 && _begun.Count == 1);

        worker.Stop();
        _bench.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(3, worker.Status.Released);
        worker.Node.Run(_work.SetResult);
        _bench.RunUntil(() => worker.EndedAt is not null);

        Assert.Equal(1, worker.Status.Completed);
        Assert.Equal(3, _bench.Gateway.Documents.Count(static document => document.Stage == "pending"));
    }

    /// <summary>Were the room of a document that was lost never left, nothing would be read ahead after a while.</summary>
    [Fact]
    public void Room_DocumentsAreLostWhileTheyWait_IsLeft()
    {
        string[] ids = ["d1", "d2", "d3", "d4", "d5", "d6"];
        foreach (var id in ids)
        {
            _bench.Gateway.Stage(id, [new Chunk { Id = $"{id}-0", Text = new string('x', 10_000) }]);
        }

        var worker = Start(static options => options.MaxBufferedBytes = 300_000);
        _bench.RunUntil(() => _begun.Count == 1);
        _bench.Run(TimeSpan.FromSeconds(5));
        var stagedAt = _bench.Now;
        ids = [.. ids.Except(_begun)];
        foreach (var id in ids)
        {
            _bench.Gateway.Stage(id, [new Chunk { Id = $"{id}-0", Text = "again" }]);
        }

        _bench.Run(TimeSpan.FromMinutes(1));

        Assert.Single(_begun);
        Assert.Equal(ids, worker.Gateway.Of(CallKind.ReadChunks).Where(call => call.At > stagedAt).SelectMany(static call => call.Ids).Distinct().Order());
        Finish(worker);
        Assert.True(worker.Status.LeasesLost > 0, "No document was lost.");
        Assert.Equal(6, worker.Status.Completed);
    }

    private BenchWorker Start(Action<DocumentWorkerOptions>? configure = null) => _bench.Start(
        async (document, cancellationToken) =>
        {
            _begun.Add(document.Id);
            await _work.Task.WaitAsync(cancellationToken);
            return WorkHandler.Rows(document);
        },
        options =>
        {
            (options.MaxConcurrentDocuments, options.ClaimLimit) = (1, 8);
            configure?.Invoke(options);
        });

    private BenchWorker StartEmbedding(string workerId, TimeSpan time) => _bench.Start(
        worker => new EmbeddingHandler(
            new EmbeddingBatcher(new ScriptedGenerator(worker.Clock) { Time = time }, worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log),
            "model",
            worker.Options.Embedding),
        options => (options.WorkerId, options.MaxConcurrentDocuments, options.ClaimLimit) = (workerId, 1, 8));

    private void Finish(BenchWorker worker)
    {
        worker.Node.Run(_work.SetResult);
        _bench.RunUntil(() => _bench.Gateway.Documents.All(static document => document.Stage == "indexed"));
        _bench.Run(TimeSpan.FromSeconds(5));
    }
}
