using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Conventions.Tests;

/// <summary>Stands before the framework's type of the name Host: an application made here stops when the test has seen enough.</summary>
internal static class HostWithAnEnd
{
    private static readonly AsyncLocal<CancellationToken> End = new();

    public static Task RunAsync(Func<Task> run, CancellationToken end)
    {
        End.Value = end;
        return run();
    }

    public static HostApplicationBuilder CreateApplicationBuilder(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        var end = End.Value;
        builder.Services.AddHostedService(provider => new Stopper(provider.GetRequiredService<IHostApplicationLifetime>(), end));
        return builder;
    }

    private sealed class Stopper(IHostApplicationLifetime lifetime, CancellationToken end) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            end.Register(lifetime.StopApplication);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
