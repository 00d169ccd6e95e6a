using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests;

public sealed class DocumentHostTests
{
    [Fact]
    public async Task Handler_WithScopedDependency_GetsAScopeOfItsOwnForEachAttempt()
    {
        await using var host = await WorkerHost.InMemoryAsync(static services => services
            .AddScoped<UnitOfWork>()
            .AddSingleton<UnitOfWork.Book>()
            .AddHevlayerWorkers().AddDocuments<UnitHandler>());
        await host.StageAsync("a", "b");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted, 2);

        Assert.Equal(["a", "b", "b"], host.Host.Services.GetRequiredService<UnitOfWork.Book>().Closed.Order());
    }

    [Fact]
    public async Task Handler_RegisteredByTheApp_IsTakenAsItIs()
    {
        var handler = new WorkingHandler(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document))));
        await using var host = await WorkerHost.InMemoryAsync(services => services.AddSingleton(handler).AddHevlayerWorkers().AddDocuments<WorkingHandler>());
        await host.StageAsync("a");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted);

        Assert.Equal(1, host.Status.Completed);
    }

    [Fact]
    public async Task Stop_DocumentsAreHeld_HandsThemBack()
    {
        await using var host = await WithWorkAsync(static async (document, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromHours(1), document.Clock, cancellationToken);
            return WorkHandler.Rows(document);
        });
        await host.StageAsync("a", "b", "c");
        await host.StartAsync();
        await host.RunAsync(() => host.Log.WhenAsync(entry => entry.Text.StartsWith("Holder worker-1~", StringComparison.Ordinal) && entry.Text.EndsWith("has claimed 3 documents.", StringComparison.Ordinal)));

        await host.StopAsync();

        Assert.Equal(new Dictionary<string, long> { ["pending"] = 3 }, await host.CountsAsync());
        Assert.Equal(3, host.Status.Released);
        Assert.Equal(WorkerState.Stopped, host.Status.State);
        Assert.Equal(0, (await host.Client.GetPipelineStatusAsync(WorkerHost.Pipeline, TestContext.Current.CancellationToken)).ProcessingCount);
    }

    [Fact]
    public async Task Stop_HandlerNeedsSomeSecondsMore_ItsDocumentIsIndexed()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await WithWorkAsync(async (document, cancellationToken) =>
        {
            begun.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(5), document.Clock, cancellationToken);
            return WorkHandler.Rows(document);
        });
        await host.StageAsync("a");
        await host.StartAsync();
        await host.RunAsync(() => begun.Task);

        await host.StopAsync();

        Assert.Equal(new Dictionary<string, long> { ["indexed"] = 1 }, await host.CountsAsync());
        Assert.Equal(0, host.Status.Released);
    }

    [Fact]
    public async Task TwoWorkers_OfTwoStages_TakeDocumentsThroughBoth()
    {
        await using var host = await WorkerHost.InMemoryAsync(
            EmbeddingHostTests.WithGenerator(static services => services
                .AddSingleton(new Work(static (document, _) => Task.FromResult(document.WorkerId == "worker-1-clean"
                    ? DocumentOutcome.MoveTo("clean")
                    : throw new InvalidOperationException("The worker is not the one."))))
                .AddHevlayerWorkers().AddDocuments<WorkingHandler>("clean", static options => options.ClaimStage = "cleaning")
                .AddEmbedding("embed")),
            ("Hevlayer:Worker:embed:Stage", "clean"));
        await host.StageAsync("a", "b");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted, 4);

        Assert.Equal(2, (await host.CountsAsync())["indexed"]);
        var statuses = host.Host.Services.GetServices<WorkerStatus>().ToList();
        Assert.Equal(["clean", "embed"], statuses.Select(static status => status.Name));
        Assert.All(statuses, static status => Assert.Equal(2, status.Completed));
        Assert.Same(statuses[1], host.Host.Services.GetRequiredKeyedService<WorkerStatus>("embed"));
        await host.StopAsync();
        Assert.All(statuses, static status => Assert.Equal(WorkerState.Stopped, status.State));
    }

    [Fact]
    public void Register_Twice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddHevlayerEmbeddingWorker();
        services.AddHevlayerWorkers().AddDocuments<WorkingHandler>("clean");

        Assert.Contains("give each worker", Assert.Throws<InvalidOperationException>(() => services.AddHevlayerWorkers().AddDocuments<WorkingHandler>()).Message, StringComparison.Ordinal);
        Assert.Contains("'clean'", Assert.Throws<InvalidOperationException>(() => services.AddHevlayerWorkers().AddEmbedding("clean")).Message, StringComparison.Ordinal);
        services.AddHevlayerWorkers().AddEmbedding("other");
    }

    [Fact]
    public void Register_WithoutServicesOrName_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(static () => ((IServiceCollection)null!).AddHevlayerEmbeddingWorker());
        Assert.Throws<ArgumentNullException>(static () => ((IServiceCollection)null!).AddHevlayerWorkers().AddDocuments<WorkingHandler>());
        Assert.Throws<ArgumentNullException>(static () => new ServiceCollection().AddHevlayerWorkers().AddEmbedding((string)null!));
    }

    [Theory]
    [InlineData("00:00:20", 0)]
    [InlineData("00:00:24", 1)]
    public async Task Start_ShutdownMayTakeLongerThanTheHostAllows_Warns(string drain, int warnings)
    {
        await using var host = await WorkerHost.InMemoryAsync(
            EmbeddingHostTests.WithGenerator(static services => services.AddHevlayerEmbeddingWorker()),
            ("Hevlayer:Worker:Shutdown:DrainTime", drain));

        await host.StartAsync();
        await host.RunAsync(() => host.Log.WhenAsync(static entry => entry.Text.StartsWith("Worker worker-1 claims", StringComparison.Ordinal)));

        var entries = host.Log.Of(LogIds.ShutdownTooLong);
        Assert.Equal(warnings, entries.Count);
        Assert.All(entries, static entry => Assert.Contains("00:00:31, but the host allows 00:00:30", entry.Text, StringComparison.Ordinal));
    }

    private static Task<WorkerHost> WithWorkAsync(Func<DocumentContext, CancellationToken, Task<DocumentOutcome>> work) =>
        WorkerHost.InMemoryAsync(services => services.AddSingleton(new Work(work)).AddHevlayerWorkers().AddDocuments<WorkingHandler>());
}
