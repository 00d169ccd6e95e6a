using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>One source worker of a history.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A process that is killed releases nothing, and nothing here holds more than memory.")]
internal sealed class SimulatedSourceWorker : SimulatedProcess
{
    private readonly SourceWorker _worker;

    public SimulatedSourceWorker(SimulatedNode node, World world, SourceWorkerOptions options, SimulatedQueue queue)
        : base(ProcessRole.Source, node, world.Time)
    {
        Shutdown = options.Shutdown;
        Status = new WorkerStatus(node.Name, options.PipelineId, options.LivenessLimit, node.Clock);
        _worker = new SourceWorker(
            options,
            world.ConnectStore(node),
            new MessageFeed<SimulatedMessage>(queue, new MessageMapper(world.Faults), static message => message.Document.Id),
            new FixedSizeChunker(),
            Status,
            new SourceTelemetry(options.PipelineId),
            node.Clock,
            new Random(world.Random.Next()),
            new FailureBook(),
            Stopping,
            world.ConnectCheck(node, options));
    }

    public override WorkerStatus Status { get; }

    public override WorkerShutdownOptions Shutdown { get; }

    public override IEnumerable<string> EndViolations(World world) => EndRules.OfTime(this);

    public override string? ReasonOf(string documentId) => null;

    protected override Task RunAsync() => _worker.RunAsync();
}
