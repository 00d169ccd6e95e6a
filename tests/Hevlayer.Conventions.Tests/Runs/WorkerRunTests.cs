using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Conventions.Tests;

public sealed class WorkerRunTests
{
    private static readonly DrainOptions Quick = new() { PollInterval = TimeSpan.FromMilliseconds(20), StatusCacheTime = TimeSpan.Zero };

    [Fact]
    public async Task EmbeddingWorker_DocumentStaged_IndexesItAndEnds()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        using var enough = new CancellationTokenSource();

        var running = HostWithAnEnd.RunAsync(() => WorkerSnippets.EmbedAsync(Arguments(gateway)), enough.Token);
        var status = await layer.WaitForDrainAsync("products", Quick);
        await enough.CancelAsync();
        await running;

        Assert.Equal(1, status.Counts["indexed"]);
    }

    [Fact]
    public async Task Stages_ForeignDocument_IsTranslatedAndIndexed()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        await layer.Api.SetDocumentsStageAsync("products", new() { DocumentIds = ["kettle"], Stage = "foreign" });
        var builder = Builder(gateway);
        builder.Services.AddSingleton<ITranslator, Shouter>();
        builder.Services.AddSingleton<Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>>(new LengthEmbedder());
        WorkerSnippets.AddStages(builder);
        using var host = builder.Build();

        await host.StartAsync();
        while ((await layer.GetPipelineStatusAsync("products")).Counts.GetValueOrDefault("indexed") == 0)
        {
            await Task.Yield();
        }

        await host.StopAsync();

        // The index lists what was written.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        var found = await layer.Namespace("products").QueryAsync(new() { RankBy = RankBy.Ascending("id"), TopK = 2, IncludeAttributes = true }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("A RED KETTLE.", Assert.Single(found.Rows).Attributes.GetString("text"));
    }

    [Fact]
    public async Task Handler_DocumentWithoutText_IsSetAside()
    {
        var outcome = await WorkerSnippets.Handler(new Shouter()).HandleAsync(
            new DocumentContext { Id = "kettle", PipelineId = "products", WorkerId = "test", Chunks = [new() { Id = "kettle#0", Text = " " }] },
            TestContext.Current.CancellationToken);

        Assert.Equal("The document has no text.", outcome.FailureReason);
    }

    [Fact]
    public async Task SourceWorker_MessageReceived_StagesItsSentencesAndAcknowledges()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await layer.EnsurePipelineAsync("products", "products");
        var queue = new ProductQueue();
        var builder = Builder(gateway);
        builder.Services.AddSingleton(queue);
        WorkerSnippets.AddSource(builder);
        using var host = builder.Build();

        await host.StartAsync();
        await queue.Acknowledged.Task;
        await host.StopAsync();

        Assert.Equal(["A red kettle. It whistles."], (await layer.GetChunksAsync("products", "kettle")).Select(static chunk => chunk.Text));
    }

    [Fact]
    public async Task NamedEmbedder_DocumentIndexedDeletedAndCompared_HasNoRows()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        var model = new LengthEmbedder();
        var builder = Builder(gateway);
        builder.Services.AddSingleton<Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>>(model);
        WorkerSnippets.AddNamedEmbedder(builder);
        using var host = builder.Build();
        await host.StartAsync();
        await layer.WaitForDrainAsync("products", Quick);

        var report = await WorkerSnippets.KeepUpAsync(layer, ["kettle"], model);
        await layer.WaitForDrainAsync("products", Quick);
        await host.StopAsync();

        Assert.Equal(0, report.PutBack);
        Assert.Empty((await layer.Namespace("products").QueryAsync(new() { RankBy = RankBy.Ascending("id"), TopK = 1 })).Rows);
    }

    [Fact]
    public async Task DryRun_DocumentThatIsNotIndexed_TellsItsTexts()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        IReadOnlyList<Chunk> chunks = [new() { Id = "kettle-0", Text = "A red kettle." }];

        var estimate = await WorkerSnippets.ReckonAsync(layer, new[] { ("kettle", chunks) }.ToAsyncEnumerable(), new LengthEmbedder());

        Assert.Equal((1, 4), (estimate.TextsToEmbed, estimate.Tokens));
    }

    [Fact]
    public async Task Documents_StagedWhereTheyHaveChanged_AreIndexed()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        var model = new LengthEmbedder();
        var builder = Builder(gateway);
        builder.Services.AddSingleton<Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>>(model);

        var report = await WorkerSnippets.StageChangedAsync(builder, layer, [new("pot", [new() { Id = "pot#0", Text = "A blue pot." }])], model);
        using var host = builder.Build();
        await host.StartAsync();
        var status = await layer.WaitForDrainAsync("products", Quick);
        await host.StopAsync();

        Assert.Equal(new(1, 0), report);
        Assert.Equal(2, status.Counts["indexed"]);
    }

    [Fact]
    public async Task Migration_OfAnIndexWithAWorkerEach_SwitchesOverAndBack()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        await layer.EnsurePipelineAsync("products-2", "products-2");
        var model = new LengthEmbedder();
        var builder = Builder(gateway);
        builder.Services.AddSingleton<Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>>(model);
        builder.Services.AddHevlayerWorkers().AddEmbedding().AddEmbedding("new", static options =>
        {
            options.PipelineId = "products-2";
            options.Embedding.Embedder = "new";
        });
        using var host = builder.Build();
        await host.StartAsync();
        await layer.WaitForDrainAsync("products", Quick);

        // The index lists what was written two seconds ago.
        var (report, nearest) = await WorkerSnippets.MigrateAsync(layer, model, model, new() { SettleTime = TimeSpan.FromSeconds(2.5), Embedding = new() { Embedder = "new" }, Drain = Quick });
        await host.StopAsync();

        Assert.Equal((true, 1, 1), (report.IsSwitchedOver, report.OldRows, report.NewRows));
        Assert.Single(nearest.Rows);
        Assert.Equal("/", (await layer.LiveIndex("products", [new(model)]).OpenAsync()).Embedder.Name);
    }

    [Fact]
    public async Task Failures_HandlerThrew_ArePutBack()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero });
        await using var layer = await StagedAsync(gateway);
        var builder = Builder(gateway);
        builder.Services.AddSingleton<ITranslator, Mute>();
        builder.Services.AddHevlayerWorkers().AddDocuments<WorkerSnippets.Translate>(configure: static options => options.Retry.MaxAttempts = 1);
        using var host = builder.Build();
        await host.StartAsync();
        await layer.WaitForDrainAsync("products", Quick);
        await host.StopAsync();

        var report = await WorkerSnippets.RedriveAsync(layer);

        Assert.Equal(1, report.Redriven);
    }

    [Fact]
    public void Simulation_SoundHandler_KeepsEveryPromise() => Assert.Empty(WorkerSnippets.Simulate().Broken);

    private static async Task<HevlayerClient> StagedAsync(LocalGateway gateway)
    {
        var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await layer.EnsurePipelineAsync("products", "products");
        await layer.PutChunksAsync("products", "kettle", [new() { Id = "kettle#0", Text = "A red kettle." }]);
        return layer;
    }

    private static string[] Arguments(LocalGateway gateway) =>
        ["--HEVLAYER_PIPELINE_ID", "products", "--Hevlayer:BaseAddress", gateway.BaseAddress.AbsoluteUri, "--Logging:LogLevel:Default", "None"];

    private static HostApplicationBuilder Builder(LocalGateway gateway) => Host.CreateApplicationBuilder(Arguments(gateway));
}
