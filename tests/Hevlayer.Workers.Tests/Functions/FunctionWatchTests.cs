using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hevlayer.Workers.Tests;

public sealed class FunctionWatchTests
{
    [Fact]
    public async Task Ready_TellsTheQueueOfTheFunction()
    {
        await using var host = await StartAsync();
        await host.PutAsync("a", "b");
        await host.Api.PauseUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken);

        var entry = (await ReportAsync(host)).Entries["hevlayer-gateway"];

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal("2 rows wait, 0 are held, 0 failed; the function is paused", entry.Data[FunctionHost.Function]);
    }

    [Fact]
    public async Task Ready_FunctionIsGone_IsUnhealthy()
    {
        await using var host = await StartAsync();
        await host.Api.DeleteUdfAsync(FunctionHost.Function, cancellationToken: TestContext.Current.CancellationToken);

        var entry = (await ReportAsync(host)).Entries["hevlayer-gateway"];

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains(FunctionHost.Function, entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_CountRowsUnderTheirFunction()
    {
        // Other tests have functions of the usual name at the same time.
        var function = $"function-{Guid.NewGuid()}";
        using var measurements = new Measurements(function, "hevlayer.function");
        await using var host = await FunctionHost.StartAsync(workers => workers.AddFunction(
            function,
            static (item, _) => Task.FromResult(item.Id == "a" ? FunctionResult.Fail("no") : FunctionHost.Caption(item)),
            static options => options.Outputs.Add("caption")));
        await host.Api.CreateUdfAsync(new() { Id = function, Spec = FunctionHost.Spec }, cancellationToken: TestContext.Current.CancellationToken);
        await host.PutAsync("a", "b", "c");
        await host.Host.StartAsync();
        await host.Host.RunAsync(() => host.Host.Client.WaitForFunctionAsync(function, cancellationToken: TestContext.Current.CancellationToken));
        await host.Host.StopAsync();

        Assert.Equal(3, measurements.Sum("hevlayer.function.rows.claimed"));
        Assert.Equal(2, measurements.Sum("hevlayer.function.rows.completed"));
        Assert.Equal(1, measurements.Sum("hevlayer.function.rows.failed"));
        Assert.Equal(0, measurements.Sum("hevlayer.function.rows.held"));
    }

    private static Task<FunctionHost> StartAsync() => FunctionHost.StartAsync(static workers =>
    {
        workers.Services.AddHealthChecks().AddHevlayerWorkers();
        workers.AddFunction(FunctionHost.Function, static (_, _) => Task.FromResult(FunctionResult.Done));
    });

    private static async Task<HealthReport> ReportAsync(FunctionHost host)
    {
        HealthReport? report = null;
        await host.Host.RunAsync(async () => report = await host.Host.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken));
        return report!;
    }
}
