using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>What the parts of one running worker that claims share.</summary>
internal sealed class DocumentParts : EngineParts
{
    public DocumentParts(DocumentWorkerOptions options, IPipelineGateway gateway, IDocumentHandler handler, IAttemptJournal? journal, IFailureLedger? ledger, WorkerProgress progress, WorkerTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping)
        : base(options.ToLimits(), progress, telemetry, clock, random, log, stopping)
    {
        Options = options;
        Gateway = gateway;
        Handler = handler;
        Telemetry = telemetry;
        Memory = new DocumentMemory(options.MaxBufferedBytes, options.MaxConcurrentDocuments, isEmbedding: handler is IWorkProbe);
        Holders = new ClaimHolders(options.WorkerId, random);
        Versions = new RowVersions(clock, random);
        Completions = new Completions(gateway, Abort);
        Writes = new SharedWrites(gateway, options, () => Places.Taken > 0 || Memory.ReadsAhead.Taken > 0, clock);
        Questions = new SharedQuestions(gateway, clock);
        Attempts = journal is null ? null : new AttemptNotes(journal, log, Abort);
        Marks = options.Embedding.MarkCompleted ? new CompletionMarks(gateway, log, Abort) : null;
        Failures = ledger is null ? null : new FailureNotes(ledger, options, clock, random, log, Abort);
    }

    public DocumentWorkerOptions Options { get; }

    public IPipelineGateway Gateway { get; }

    public IDocumentHandler Handler { get; }

    public WorkerTelemetry Telemetry { get; }

    public DocumentMemory Memory { get; }

    public ClaimHolders Holders { get; }

    public RowVersions Versions { get; }

    public Completions Completions { get; }

    public SharedWrites Writes { get; }

    public SharedQuestions Questions { get; }

    /// <summary>Held documents that processes have died at. While there is one, nothing is read ahead: the next crash is to name its cause.</summary>
    public Gate Suspects { get; } = new(long.MaxValue);

    /// <summary>What is written down beyond the life of the process; null for nothing.</summary>
    public AttemptNotes? Attempts { get; }

    /// <summary>What is written into the index about documents that are completed; null for nothing.</summary>
    public CompletionMarks? Marks { get; }

    /// <summary>What is written down of documents that fail; null for nothing.</summary>
    public FailureNotes? Failures { get; }
}
