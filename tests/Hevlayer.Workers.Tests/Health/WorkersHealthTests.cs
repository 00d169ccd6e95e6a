using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Workers.Tests;

public sealed class WorkersHealthTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly WorkerStatus _sound;
    private readonly WorkerStatus _other;

    public WorkersHealthTests()
    {
        _sound = new WorkerStatus(string.Empty, "products", TimeSpan.FromMinutes(5), _clock);
        _other = new WorkerStatus("embed", "products", TimeSpan.FromMinutes(5), _clock);
        _sound.Progress.State = _other.Progress.State = WorkerState.Running;
    }

    [Fact]
    public async Task Live_AllIsWell_IsHealthyAndTellsWhatTheWorkersDid()
    {
        _other.Progress.TakeSucceeded(7);
        _other.Progress.ItemCompleted();

        var entry = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["live"], entry.Tags);
        Assert.Equal(["default", "embed"], entry.Data.Keys);
        Assert.Equal("Running: 7 claimed, 1 completed, 0 failed, 0 leases lost, 0 released", entry.Data["embed"]);
    }

    [Fact]
    public async Task Live_OneLoopShowsNoSign_IsUnhealthyAndNamesIt()
    {
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _sound.Progress.LoopMoved();

        var entry = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal("The loop of worker embed has shown no sign of life for 00:05:01.", entry.Description);
    }

    [Theory]
    [InlineData(WorkerState.NotStarted)]
    [InlineData(WorkerState.Draining)]
    [InlineData(WorkerState.Stopped)]
    public async Task Live_WorkerDoesNotRun_IsNotStuck(WorkerState state)
    {
        _sound.Progress.State = _other.Progress.State = state;
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Live_ClaimsFail_IsDegradedUntilOneSucceeds()
    {
        _other.Progress.TakeFailed("The gateway is away.");
        Assert.Equal((HealthStatus.Degraded, "Worker embed cannot claim or receive: The gateway is away."), Short(await CheckAsync()));

        _other.Progress.TakeSucceeded(0);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Live_DocumentAfterDocumentFails_IsDegradedUntilOneSucceeds()
    {
        for (var attempt = 0; attempt < 9; attempt++)
        {
            _other.Progress.AttemptFailed();
        }

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
        _other.Progress.AttemptFailed();
        Assert.Equal((HealthStatus.Degraded, "Worker embed has had 10 failed attempts in a row."), Short(await CheckAsync()));

        _other.Progress.ItemCompleted();

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Live_HandlersGoOnAlthoughCancelled_IsDegradedUntilTheyEnd()
    {
        var handler = new TaskCompletionSource();
        _other.Progress.Abandon(handler.Task);
        Assert.Equal((HealthStatus.Degraded, "Worker embed has 1 handlers that are still running although they were cancelled."), Short(await CheckAsync()));

        handler.SetException(new InvalidOperationException());

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Watchdog_LoopShowsNoSign_SaysSoOnceForEachTimeAndNamesIt()
    {
        var log = new LogBook();
        using var watchdog = new WorkerWatchdog([_sound, _other], _clock, new Logger<WorkerWatchdog>(new LoggerFactory([log])));
        await watchdog.StartAsync(TestContext.Current.CancellationToken);

        await PassAsync(minutes: 10);
        var entry = Assert.Single(log.Of(LogIds.LoopStuck));
        Assert.Equal(LogLevel.Critical, entry.Level);
        Assert.StartsWith("The loop of worker embed has shown no sign of life for 00:05:", entry.Text, StringComparison.Ordinal);
        _other.Progress.LoopMoved();
        await PassAsync(minutes: 10);

        Assert.Equal(2, log.Of(LogIds.LoopStuck).Count);
        await watchdog.StopAsync(TestContext.Current.CancellationToken);
    }

    private static (HealthStatus Status, string? Description) Short(HealthReportEntry entry) => (entry.Status, entry.Description);

    private async Task PassAsync(int minutes)
    {
        for (var seconds = 0; seconds < minutes * 60; seconds += 5)
        {
            _sound.Progress.LoopMoved();
            _clock.Advance(TimeSpan.FromSeconds(5));

            // What the clock set off runs on the thread pool.
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private async Task<HealthReportEntry> CheckAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHevlayer();
        services.AddSingleton(_sound).AddSingleton(_other).AddHealthChecks().AddHevlayerWorkers();
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(
            static registration => registration.Tags.Contains("live"),
            TestContext.Current.CancellationToken);
        return report.Entries["hevlayer-workers"];
    }
}
