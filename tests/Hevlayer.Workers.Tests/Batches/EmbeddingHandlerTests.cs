namespace Hevlayer.Workers.Tests;

/// <summary>The embedding worker as a whole, on virtual time.</summary>
public sealed class EmbeddingHandlerTests
{
    private readonly Bench _bench = new();
    private ScriptedGenerator _generator = null!;

    [Fact]
    public void Documents_ManyWithFewChunks_AreIndexedInFewBatches()
    {
        _bench.StageMany(30);
        var worker = Start(static options => options.MaxConcurrentDocuments = 30);

        _bench.RunUntil(() => worker.Status.Completed == 30);

        Assert.InRange(_generator.Batches.Count, 1, 4);
        Assert.Equal(30, _bench.Gateway.Rows.Count);
        Assert.All(_bench.Gateway.Rows, static row => Assert.Contains(" text=d", row.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_OfSeveralChunks_HasARowForEach()
    {
        _bench.Gateway.Stage("a", [new() { Id = "a-0", Text = "one" }, new() { Id = "a-1", Text = "two" }, new() { Id = "a-2", Text = "three" }]);
        var worker = Start();

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.Equal(["one", "three", "two"], _bench.Gateway.Rows.Values.Select(static row => row[(row.LastIndexOf('=') + 1)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_Options_DecideOnTheirAttributes()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Embedding.Attributes = static (id, chunk) => new AttributeMap { ["document"] = id, ["length"] = chunk.Text!.Length });

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.EndsWith(" document=a, length=16", Assert.Single(_bench.Gateway.Rows).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_WithoutTextAttribute_HaveNone()
    {
        _bench.Stage("a");
        var worker = Start(static options => options.Embedding.TextAttribute = string.Empty);

        _bench.RunUntil(() => worker.Status.Completed == 1);

        Assert.DoesNotContain("says", Assert.Single(_bench.Gateway.Rows).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Chunk_HasNoText_IsSetAsideAtOnceWithItsId()
    {
        _bench.Gateway.Stage("a", [new() { Id = "a-0", Text = "text" }, new() { Id = "a-1" }]);
        var worker = Start();

        _bench.RunUntil(() => worker.Status.Failed == 1);

        Assert.Equal("Chunk 'a-1' has no text.", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.Empty(_generator.Batches);
    }

    [Fact]
    public void Chunk_FitsIntoNoBatch_IsSetAsideAtOnce()
    {
        _bench.Stage("a", "b");
        _bench.Gateway.Stage("huge", [new() { Id = "huge-0", Text = new string('x', 100) }]);
        var worker = Start(static options => options.Embedding.MaxBatchBytes = 50);

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 2 });

        Assert.Equal("Chunk 0 has 100 bytes, and a batch takes at most 50.", Assert.Single(worker.Status.RecentFailures).Reason);
        Assert.True(_bench.Now < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Document_BrokeABatch_ComesAgainAlone()
    {
        _bench.StageMany(4);
        var worker = Start(static options => options.Embedding.BatchTimeout = TimeSpan.FromSeconds(5));
        _generator.Script = static (texts, cancellationToken) => texts.Any(static text => text.StartsWith("d2 ", StringComparison.Ordinal))
            ? Task.FromException<Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>>>(new InvalidOperationException("no"))
            : null;

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 3 });

        var after = _generator.Batches.SkipWhile(static batch => batch.Count != 1).ToList();
        Assert.Equal(5, after.Count(static batch => batch is ["d2 says something"]));
        Assert.Equal("InvalidOperationException: no", Assert.Single(worker.Status.RecentFailures).Reason);
    }

    [Fact]
    public void Document_HangsTheModel_DoesNotHangTheOthersTwice()
    {
        _bench.StageMany(6);
        var worker = Start(static options =>
        {
            options.Embedding.BatchTimeout = TimeSpan.FromSeconds(30);
            options.Retry.MaxAttempts = 2;
        });
        _generator.Script = static (texts, cancellationToken) => texts.Any(static text => text.StartsWith("d3 ", StringComparison.Ordinal))
            ? new TaskCompletionSource<Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>>>().Task
            : null;

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: 5 });

        Assert.Equal("d3", Assert.Single(worker.Status.RecentFailures).DocumentId);
        Assert.Equal(5, _bench.Gateway.Rows.Count);
        Assert.All(_generator.Batches.SkipWhile(static batch => !batch.Contains("d3 says something")).Skip(1), static batch => Assert.Single(batch));
    }

    [Fact]
    public void Stop_BatchIsUnderWay_ItsDocumentsAreIndexed()
    {
        _bench.StageMany(8);
        var worker = Start(static options => options.Embedding.MaxBatchDelay = TimeSpan.FromSeconds(1));
        _generator.Time = TimeSpan.FromSeconds(6);
        _bench.RunUntil(() => _generator.Running == 1);

        _bench.End(worker);

        Assert.Equal(8, _bench.Gateway.Rows.Count);
        Assert.Equal(8, worker.Status.Completed);
    }

    private BenchWorker Start(Action<DocumentWorkerOptions>? configure = null) => _bench.Start(
        worker =>
        {
            _generator = new ScriptedGenerator(worker.Clock);
            var batcher = new EmbeddingBatcher(_generator, worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log);
            return new EmbeddingHandler(batcher, "model", worker.Options.Embedding);
        },
        configure);
}
