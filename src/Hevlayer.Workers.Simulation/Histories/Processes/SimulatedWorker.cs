using System.Diagnostics.CodeAnalysis;

namespace Hevlayer.Workers.Simulation;

/// <summary>One document worker of a history.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A process that is killed releases nothing, and nothing here holds more than memory.")]
internal sealed class SimulatedWorker : SimulatedProcess
{
    private readonly DocumentWorker _worker;
    private readonly FailureBook _book;
    private readonly AttemptRecords _disk;

    /// <param name="role">What it does.</param>
    /// <param name="node">Its process.</param>
    /// <param name="world">Where it runs.</param>
    /// <param name="options">Its options.</param>
    /// <param name="handler">Makes its handler from its own connection, clock and end.</param>
    /// <param name="book">Its log.</param>
    /// <param name="disk">What earlier processes in its place have written down.</param>
    public SimulatedWorker(ProcessRole role, SimulatedNode node, World world, DocumentWorkerOptions options, Func<SimulatedWorker, IDocumentHandler> handler, FailureBook book, AttemptRecords disk)
        : base(role, node, world.Time)
    {
        Options = options;
        _book = book;
        _disk = disk;
        Outcomes = new HandlerOutcomes();
        var terms = new ClaimTerms(options.PipelineId, options.WorkerId, options.Stage, options.ClaimStage, options.Lease, options.DocumentIdPrefix);
        Connection = world.Connect(node, terms, options, Outcomes, () => StoppedFor);
        Status = new WorkerStatus(node.Name, options.PipelineId, options.LivenessLimit, node.Clock);
        _worker = new DocumentWorker(options, Connection, handler(this), Status, new WorkerTelemetry(options.PipelineId), node.Clock, new Random(world.Random.Next()), book, Stopping, new MemoryAttemptJournal(disk), world.ConnectLedger(node, terms));
    }

    public DocumentWorkerOptions Options { get; }

    public HandlerOutcomes Outcomes { get; }

    public SimulatedConnection Connection { get; }

    public override AttemptRecords Disk => _disk;

    public override WorkerStatus Status { get; }

    public override WorkerShutdownOptions Shutdown => Options.Shutdown;

    public override IEnumerable<string> EndViolations(World world) => EndRules.Of(this, _book, world);

    public override string? ReasonOf(string documentId) => _book.ReasonOf(documentId);

    public override bool HasMissed(string documentId) => _book.Missed.Contains(documentId);

    /// <summary>How many documents it believes it has moved, by stage.</summary>
    public IReadOnlyDictionary<string, long> Moved => _book.Moved;

    protected override Task RunAsync() => _worker.RunAsync();
}
