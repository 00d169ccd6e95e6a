using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>A batcher on one thread and virtual time.</summary>
internal sealed class BatchBench
{
    private readonly VirtualTime _time = new(new Random(1));
    private readonly SimulatedNode _node;
    private readonly EmbeddingBatcher _batcher;

    public BatchBench(Action<EmbeddingOptions>? configure = null, string pipeline = "products", int documents = 100)
    {
        var options = new DocumentWorkerOptions { MaxConcurrentDocuments = documents };
        configure?.Invoke(options.Embedding);
        _node = _time.AddNode("batcher");
        Generator = new ScriptedGenerator(_node.Clock);
        _batcher = new EmbeddingBatcher(Generator, options, _node.Clock, new WorkerTelemetry(pipeline), Log);
    }

    public ScriptedGenerator Generator { get; }

    public LogBook Log { get; } = new();

    public TimeSpan Now => _time.Elapsed;

    /// <summary>The batches so far, each as its texts with commas.</summary>
    public IEnumerable<string> Batches => Generator.Batches.Select(static batch => string.Join(',', batch));

    /// <summary>Begins to embed the texts of one document.</summary>
    public Embedded Embed(params IReadOnlyList<string> texts) => Embed(texts, isAlone: false, CancellationToken.None);

    public Embedded Embed(IReadOnlyList<string> texts, bool isAlone, CancellationToken cancellationToken)
    {
        var embedded = new Embedded();
        _node.Start(async () =>
        {
            try
            {
                embedded.Vectors = await _batcher.EmbedAsync([.. texts.Select(static (text, index) => new ChunkText(index, text))], isAlone, cancellationToken);
            }
            catch (Exception exception)
            {
                embedded.Error = exception;
            }

            embedded.EndedAt = _time.Elapsed;
        });
        Run(TimeSpan.Zero);
        return embedded;
    }

    public void Do(Action action) => _node.Run(action);

    public void Run(TimeSpan time)
    {
        var end = _time.Elapsed + time;
        _time.After(time, static () => { });
        _time.RunUntil(static () => false, end);
        Assert.False(_node.HasLeftThread);
    }
}
