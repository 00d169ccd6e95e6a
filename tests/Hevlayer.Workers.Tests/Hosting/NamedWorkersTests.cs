using Hevlayer.Local;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers.Tests;

public sealed class NamedWorkersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmbeddingWorker_HasAModelUnderItsName_EmbedsWithThat()
    {
        await using var host = await WorkerHost.InMemoryAsync(static services => services
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new ScriptedGenerator(TimeProvider.System) { Script = static (_, _) => throw new InvalidOperationException("This is the other's.") })
            .AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>("embed", new LengthGenerator())
            .AddHevlayerWorkers()
            .AddEmbedding("embed"));
        await host.StageAsync("a");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted);

        Assert.Equal(new Dictionary<string, long> { ["indexed"] = 1 }, await host.CountsAsync());
    }

    [Fact]
    public async Task DocumentWorker_HasAClientUnderItsName_WorksForThatGateway()
    {
        await using var other = LocalGateway.Create(new());
        await using var client = new HevlayerClient(new() { BaseAddress = other.BaseAddress }, other.CreateHandler());
        await client.EnsurePipelineAsync(WorkerHost.Pipeline, "shop", cancellationToken: Token);
        await client.PutChunksAsync(WorkerHost.Pipeline, "far", [new() { Id = "far-0", Text = "text" }], Token);
        await using var host = await WorkerHost.InMemoryAsync(services => services
            .AddSingleton(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document))))
            .AddKeyedSingleton<IHevlayerClient>("elsewhere", client)
            .AddHevlayerWorkers()
            .AddDocuments<WorkingHandler>("elsewhere"));
        await host.StageAsync("near");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted);

        Assert.Equal(1, (await client.GetPipelineStatusAsync(WorkerHost.Pipeline, Token)).Counts["indexed"]);
        Assert.Equal(new Dictionary<string, long> { ["pending"] = 1 }, await host.CountsAsync());
    }

    [Fact]
    public async Task SourceAndDocumentWorker_OfOneName_AreTwoWorkers()
    {
        await using var host = await WorkerHost.InMemoryAsync(static services => services
            .AddSingleton(new EnumerableDocumentSource<string>(AsyncEnumerable.Empty<string>()))
            .AddHevlayerWorkers()
            .AddDocuments<WorkingHandler>("shop")
            .AddSource<string, EnumerableDocumentSource<string>>(static id => id, static id => SourceDocument.OfText(id), "shop")
            .Services.AddSingleton(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document)))));

        Assert.Equal(["shop", "source:shop"], host.Host.Services.GetServices<WorkerStatus>().Select(static status => status.Name));
        Assert.NotSame(host.Host.Services.GetRequiredKeyedService<WorkerStatus>("shop"), host.Host.Services.GetRequiredKeyedService<WorkerStatus>("source:shop"));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("source:shop")]
    public void DocumentWorker_CalledLikeTheStatusOfASourceWorker_IsRefused(string name)
    {
        var workers = new ServiceCollection().AddHevlayerWorkers();

        Assert.Contains($"cannot be called '{name}'", Assert.Throws<ArgumentException>(() => workers.AddEmbedding(name)).Message, StringComparison.Ordinal);
        Assert.Contains($"cannot be called '{name}'", Assert.Throws<ArgumentException>(() => workers.AddDocuments<WorkingHandler>(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_ChangedWhileTheWorkerRuns_AreNotItsOptions()
    {
        var chunks = -1;
        await using var host = await WorkerHost.InMemoryAsync(services => services
            .AddSingleton(new Work((document, _) =>
            {
                chunks = document.Chunks.Count;
                return Task.FromResult(DocumentOutcome.MoveTo(DocumentStage.Indexed));
            }))
            .AddHevlayerWorkers()
            .AddDocuments<WorkingHandler>());
        await host.StartAsync();

        host.Host.Services.GetRequiredService<IOptionsMonitor<DocumentWorkerOptions>>().CurrentValue.ReadChunks = false;
        await host.StageAsync("a");
        await host.WhenLoggedAsync(LogIds.DocumentCompleted);

        Assert.Equal(1, chunks);
    }
}
