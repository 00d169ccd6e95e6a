using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hevlayer.Workers.Tests;

public sealed class GatewayHealthTests
{
    [Fact]
    public async Task Ready_GatewayKnowsThePipeline_IsHealthyAndTellsItsQueue()
    {
        await using var host = await HostAsync(static inner => inner);
        await host.StageAsync("a", "b");

        var entry = await ReadyAsync(host);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["ready"], entry.Tags);
        Assert.Equal("2 documents wait, 0 are held, 0 failed", entry.Data[WorkerHost.Pipeline]);
    }

    [Fact]
    public async Task Ready_PipelineIsUnknown_IsUnhealthyAndNamesIt()
    {
        await using var host = await HostAsync(static inner => inner, ("Hevlayer:Worker:PipelineId", "nowhere"));

        var entry = await ReadyAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("nowhere", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_GatewayRefuses_IsUnhealthy()
    {
        await using var host = await HostAsync(static inner => new StandInHandler(inner, static request => new(System.Net.HttpStatusCode.Unauthorized)));

        Assert.Equal(HealthStatus.Unhealthy, (await ReadyAsync(host)).Status);
    }

    [Fact]
    public async Task Ready_GatewayIsDown_IsUnhealthy()
    {
        await using var host = await HostAsync(static inner => new StandInHandler(inner, static _ => throw new HttpRequestException("Connection refused.")));

        var entry = await ReadyAsync(host);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.NotNull(entry.Description);
    }

    [Fact]
    public async Task Ready_GatewayDoesNotAnswer_IsUnhealthyAfterTheTimeout()
    {
        await using var host = await WorkerHost.InMemoryAsync(
            static inner => new StandInHandler(inner, static _ => null),
            static services => services
                .AddSingleton(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document))))
                .AddHevlayerWorkers().AddDocuments<WorkingHandler>()
                .Services.AddHealthChecks()
                .AddHevlayerWorkers(TimeSpan.FromMilliseconds(50)));

        Assert.Equal(HealthStatus.Unhealthy, (await ReadyAsync(host)).Status);
    }

    [Fact]
    public async Task Live_WorkerCannotClaim_IsDegradedAndSaysWhy()
    {
        await using var host = await HostAsync(static inner => inner, ("Hevlayer:Worker:PipelineId", "nowhere"));
        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.TakeFailed);

        var report = await host.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HealthStatus.Degraded, report.Entries["hevlayer-workers"].Status);
        Assert.Contains("nowhere", report.Entries["hevlayer-workers"].Description, StringComparison.Ordinal);
        Assert.DoesNotContain(WorkerHost.Key, report.Entries["hevlayer-workers"].Description, StringComparison.Ordinal);
    }

    private static async Task<HealthReportEntry> ReadyAsync(WorkerHost host)
    {
        HealthReport? report = null;
        await host.RunAsync(async () => report = await host.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(
            static registration => registration.Tags.Contains("ready"),
            TestContext.Current.CancellationToken));
        return report!.Entries["hevlayer-gateway"];
    }

    private static Task<WorkerHost> HostAsync(Func<HttpMessageHandler, HttpMessageHandler> between, params (string Key, string Value)[] configuration) => WorkerHost.InMemoryAsync(
        between,
        static services => services
            .AddSingleton(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document))))
            .AddHevlayerWorkers().AddDocuments<WorkingHandler>()
            .Services.AddHealthChecks()
            .AddHevlayerWorkers(),
        configuration);
}
