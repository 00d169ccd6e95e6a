namespace Hevlayer.Workers.Tests;

/// <summary>What breaks all documents alike is the fault of none of them.</summary>
public sealed class SharedTroubleTests
{
    private const int Documents = 60;

    private readonly Bench _bench = new();
    private bool _isBroken = true;
    private int _attempts;

    [Theory]
    [InlineData(20)]
    [InlineData(3_600)]
    public void Model_BrokenForATime_FailsNoDocumentAndGoesOnAtOnce(int seconds) => AssertRecovers(StartModel(), TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(20)]
    [InlineData(3_600)]
    public void Handler_BrokenForATime_FailsNoDocumentAndGoesOnAtOnce(int seconds) => AssertRecovers(StartHandler(), TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Handler_BrokenForAnHour_TriesOneAtATime()
    {
        StartHandler();
        _bench.Run(TimeSpan.FromMinutes(5));
        _attempts = 0;

        _bench.Run(TimeSpan.FromHours(1));

        Assert.InRange(_attempts, 1, 3_600);
    }

    [Fact]
    public void Handler_BreaksOneDocumentWhileOthersSucceed_FailsThatOne()
    {
        _bench.StageMany(Documents);
        var worker = _bench.Start(static (document, _) => document.Id == "d30" ? throw new InvalidOperationException("bad") : Task.FromResult(WorkHandler.Rows(document)));

        _bench.RunUntil(() => worker.Status is { Failed: 1, Completed: Documents - 1 });

        Assert.Equal("failed", _bench.StageOf("d30"));
    }

    private void AssertRecovers(BenchWorker worker, TimeSpan broken)
    {
        _bench.Run(broken);
        Assert.Equal((0, 0), (worker.Status.Failed, worker.Status.Completed));

        _isBroken = false;
        _bench.RunUntil(() => worker.Status.Completed > 0);
        var first = _bench.Now;
        Assert.InRange(first - broken, TimeSpan.Zero, TimeSpan.FromSeconds(61));
        _bench.RunUntil(() => worker.Status.Completed == Documents);

        // What was held back begins with the first success, and waits for no pause.
        Assert.InRange(_bench.Now - first, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(0, worker.Status.Failed);
    }

    private BenchWorker StartHandler()
    {
        _bench.StageMany(Documents);
        return _bench.Start((document, _) =>
        {
            _attempts++;
            return _isBroken ? throw new InvalidOperationException("The model is gone.") : Task.FromResult(WorkHandler.Rows(document));
        });
    }

    private BenchWorker StartModel()
    {
        _bench.StageMany(Documents);
        return _bench.Start(worker =>
        {
            var generator = new ScriptedGenerator(worker.Clock) { Script = (_, _) => _isBroken ? throw new InvalidOperationException("The model is gone.") : null };
            var batcher = new EmbeddingBatcher(generator, worker.Options, worker.Clock, new WorkerTelemetry(worker.Options.PipelineId), worker.Log);
            return new EmbeddingHandler(batcher, "model", worker.Options.Embedding);
        });
    }
}
