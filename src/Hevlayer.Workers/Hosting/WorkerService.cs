using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers;

/// <summary>Runs a worker as part of the host.</summary>
/// <param name="shutdown">How the worker ends.</param>
/// <param name="create">Makes the worker, with the token that tells it to end.</param>
/// <param name="lifetime">Tells when the host has started and when it stops.</param>
/// <param name="host">The host's options.</param>
/// <param name="log">The log.</param>
internal sealed class WorkerService(
    WorkerShutdownOptions shutdown,
    Func<CancellationToken, WorkerEngine> create,
    IHostApplicationLifetime lifetime,
    IOptions<HostOptions> host,
    ILogger<WorkerService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host stops its services one after another; all workers begin to end with the first of them.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        if (shutdown.Total > host.Value.ShutdownTimeout)
        {
            log.ShutdownTooLong(shutdown.Total, host.Value.ShutdownTimeout);
        }

        // A host that is told to stop while it is still starting leaves no time to release what was claimed.
        using var begin = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stopping.Token);
        await begin.Token.CancelledAsync();

        using var worker = create(stopping.Token);
        await worker.RunAsync();
    }
}
