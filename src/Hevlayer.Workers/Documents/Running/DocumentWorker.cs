using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>One running worker that claims documents of a pipeline.</summary>
internal sealed class DocumentWorker : WorkerEngine
{
    public DocumentWorker(DocumentWorkerOptions options, IPipelineGateway gateway, IDocumentHandler handler, WorkerStatus status, WorkerTelemetry telemetry, TimeProvider clock, Random random, ILogger log, CancellationToken stopping, IAttemptJournal? journal = null, IFailureLedger? ledger = null)
        : this(new DocumentParts(options, gateway, handler, journal, ledger, status.Progress, telemetry, clock, random, log, stopping))
    {
    }

    private DocumentWorker(DocumentParts parts)
        : base(parts, new DocumentAdapter(parts))
    {
    }

    /// <summary>A journal that ends with the worker; null for none.</summary>
    public IDisposable? OwnJournal { get; init; }

    public override void Dispose()
    {
        base.Dispose();
        OwnJournal?.Dispose();
    }
}
