using System.Diagnostics.CodeAnalysis;
using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>One source worker process on a bench.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Nothing here holds more than memory.")]
internal sealed class SourceBenchWorker
{
    private readonly CancellationTokenSource _stop = new();
    private readonly VirtualTime _time;

    public SourceBenchWorker(SimulatedNode node, VirtualTime time, IDocumentSource<Update> queue, ChunkShelf shelf, SourceWorkerOptions options, IDocumentMapper<Update> mapper)
    {
        Node = node;
        _time = time;
        Status = new WorkerStatus(node.Name, options.PipelineId, options.LivenessLimit, node.Clock);
        var feed = new MessageFeed<Update>(queue, mapper, static update => update.Id!);
        var worker = new SourceWorker(options, shelf, feed, new BarChunker(), Status, new SourceTelemetry(options.PipelineId), node.Clock, new Random(1), Log, _stop.Token);
        node.Start(async () =>
        {
            await worker.RunAsync();
            EndedAt = time.Elapsed;
        });
    }

    public SimulatedNode Node { get; }

    public WorkerStatus Status { get; }

    public SeenLog Log { get; } = new();

    /// <summary>When the stop signal reached it.</summary>
    public TimeSpan StoppedAt { get; private set; }

    /// <summary>When it had ended; null before.</summary>
    public TimeSpan? EndedAt { get; private set; }

    /// <summary>Gives the stop signal.</summary>
    public void Stop() => Node.Run(() =>
    {
        StoppedAt = _time.Elapsed;
        _stop.Cancel();
    });
}
