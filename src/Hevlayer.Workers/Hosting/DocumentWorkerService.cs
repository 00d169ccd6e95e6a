using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Runs a worker as part of the host.</summary>
internal sealed class DocumentWorkerService(
    DocumentWorkerOptions options,
    IHevlayerClient layer,
    IDocumentHandler handler,
    WorkerStatus status,
    IHostApplicationLifetime lifetime,
    IOptions<HostOptions> host,
    TimeProvider clock,
    ILogger<DocumentWorkerService> log,
    IAttemptJournal? journal = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host stops its services one after another; all workers begin to end with the first of them.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        if (options.Shutdown.Total > host.Value.ShutdownTimeout)
        {
            log.ShutdownTooLong(options.Shutdown.Total, host.Value.ShutdownTimeout);
        }

        // A host that is told to end while it still starts gives nobody the time to hand back what was claimed.
        using var begin = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stopping.Token);
        await begin.Token.CancelledAsync();

        using var file = OpenFile();
        using var worker = new DocumentWorker(
            options,
            new PipelineGateway(layer, new(options.PipelineId, options.WorkerId, options.Stage, options.ClaimStage, options.Lease, options.DocumentIdPrefix)),
            handler,
            status,
            new WorkerTelemetry(options.PipelineId),
            clock,
            new SharedRandom(),
            log,
            stopping.Token,
            journal ?? file);
        await worker.RunAsync();
    }

    private FileAttemptJournal? OpenFile() =>
        journal is null && !string.IsNullOrWhiteSpace(options.StateDirectory)
            ? FileAttemptJournal.InFolder(options.StateDirectory, options.PipelineId, status.Name)
            : null;
}
