using Microsoft.Extensions.Hosting;

namespace Hevlayer.Workers.Tests;

/// <summary>Part of an app that needs long to start, and is told to end before it has.</summary>
internal sealed class SlowStart(IHostApplicationLifetime lifetime, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(10), clock, cancellationToken);
        lifetime.StopApplication();
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
