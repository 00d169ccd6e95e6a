using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>Logs once, as critical, when the loop of a worker shows no sign of life.</summary>
internal sealed class WorkerWatchdog(IEnumerable<WorkerStatus> workers, TimeProvider clock, ILogger<WorkerWatchdog> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var stuck = new HashSet<WorkerStatus>();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var worker in workers)
            {
                if (!worker.IsStuck)
                {
                    stuck.Remove(worker);
                }
                else if (stuck.Add(worker))
                {
                    log.LoopStuck(worker.DisplayName, worker.SinceLastSign);
                }
            }

            await Task.Delay(Interval, clock, stoppingToken).ContinueQuietlyAsync();
        }
    }
}
