using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>One worker process of a history.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A process that is killed releases nothing, and nothing here holds more than memory.")]
internal sealed class SimulatedWorker
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DocumentWorker _worker;
    private readonly VirtualTime _time;
    private readonly FailureBook _book;
    private TimeSpan _stoppedAt;

    public SimulatedWorker(SimulatedNode node, VirtualTime time, SimulatedNetwork network, GatewayModel gateway, DocumentWorkerOptions options, Func<TimeProvider, Action, IDocumentHandler> handler, FailureBook book, Random random, Action<string> objection, AttemptRecords disk, Action<SimulatedWorker> die)
    {
        Node = node;
        Disk = disk;
        Options = options;
        _time = time;
        _book = book;
        var terms = new ClaimTerms(options.PipelineId, options.WorkerId, options.Stage, options.ClaimStage, options.Lease, options.DocumentIdPrefix);
        Connection = new SimulatedConnection(network, gateway, terms, options.MaxHeldDocuments, node.Clock, objection);
        Status = new WorkerStatus(node.Name, options.PipelineId, options.LivenessLimit, node.Clock);
        _worker = new DocumentWorker(options, Connection, handler(node.Clock, () => die(this)), Status, new WorkerTelemetry(options.PipelineId), node.Clock, random, book, _stop.Token, new MemoryAttemptJournal(disk));
    }

    public SimulatedNode Node { get; }

    /// <summary>What outlives its process.</summary>
    public AttemptRecords Disk { get; }

    public DocumentWorkerOptions Options { get; }

    public SimulatedConnection Connection { get; }

    public WorkerStatus Status { get; }

    /// <summary>Whether it has been told to end.</summary>
    public bool IsStopping { get; private set; }

    public bool HasEnded { get; private set; }

    /// <summary>Whether it could not hand back what it held, and said so.</summary>
    public bool GaveUpHandingBack => _book.GaveUpHandingBack;

    /// <summary>Why it set a document aside; null where it did not, or did not say why.</summary>
    public string? ReasonOf(string documentId) => _book.ReasonOf(documentId);

    /// <summary>Time from the stop signal to the end, without the time it stood still in between.</summary>
    public TimeSpan DrainTime { get; private set; }

    public TimeSpan StoodStill { get; set; }

    public void Start(Action<SimulatedWorker> onEnd) => Node.Start(async () =>
    {
        await _worker.RunAsync();
        HasEnded = true;
        DrainTime = _time.Elapsed - _stoppedAt - StoodStill;
        onEnd(this);
    });

    public void Stop()
    {
        if (!IsStopping)
        {
            IsStopping = true;
            Node.Run(() =>
            {
                // A signal reaches a process that stands still when it goes on.
                _stoppedAt = _time.Elapsed;
                StoodStill = TimeSpan.Zero;
                _stop.Cancel();
            });
        }
    }
}
