using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Runs a source worker as part of the host.</summary>
internal sealed class SourceWorkerService(
    SourceWorkerOptions options,
    IHevlayerClient layer,
    IMessageFeed feed,
    ITextChunker chunker,
    WorkerStatus status,
    IHostApplicationLifetime lifetime,
    IOptions<HostOptions> host,
    TimeProvider clock,
    ILogger<SourceWorkerService> log) : BackgroundService
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

        using var worker = new SourceWorker(
            options,
            new PipelineChunks(layer, options.PipelineId),
            feed,
            chunker,
            status,
            new SourceTelemetry(options.PipelineId),
            clock,
            new SharedRandom(),
            log,
            stopping.Token);
        await worker.RunAsync();
    }
}
