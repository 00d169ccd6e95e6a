using Hevlayer.Workers.Simulation;

namespace Hevlayer.Workers.Tests;

/// <summary>One worker process on a bench.</summary>
internal sealed class BenchWorker
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DocumentWorker _worker;
    private readonly VirtualTime _time;

    public BenchWorker(SimulatedNode node, VirtualTime time, GatewayModel gateway, DocumentWorkerOptions options, Func<BenchWorker, IDocumentHandler> handler, IAttemptJournal? journal = null)
    {
        Node = node;
        Options = options;
        _time = time;
        Gateway = new ScriptedGateway(gateway, new(options.PipelineId, options.WorkerId, options.Stage, options.ClaimStage, options.Lease, options.DocumentIdPrefix), time);
        Status = new WorkerStatus(node.Name, options.PipelineId, options.LivenessLimit, node.Clock);
        _worker = new DocumentWorker(options, Gateway, handler(this), Status, new WorkerTelemetry(options.PipelineId), node.Clock, new Random(1), Log, _stop.Token, journal);
        node.Start(async () =>
        {
            await _worker.RunAsync();
            EndedAt = time.Elapsed;
        });
    }

    public SimulatedNode Node { get; }

    public DocumentWorkerOptions Options { get; }

    public ScriptedGateway Gateway { get; }

    public WorkerStatus Status { get; }

    public LogBook Log { get; } = new();

    public TimeProvider Clock => Node.Clock;

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
