using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers.Tests;

public sealed class EmbeddingHostTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_OverHttp_IndexesDocumentsThatCanBeFound()
    {
        await using var host = await WorkerHost.OverHttpAsync(WithGenerator(static services => services.AddHevlayerEmbeddingWorker()));
        await host.StageAsync("a", "longer", "the-longest-of-all");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted, 3);

        var found = await host.Client.Namespace("shop").QueryAsync(new() { Vector = new float[] { 14, 1 }, TopK = 1, IncludeAttributes = true }, cancellationToken: Token);
        var row = Assert.Single(found.Rows!);
        Assert.Equal("text of longer", row.Attributes.GetString("text"));
        Assert.Equal(3, (await host.CountsAsync())["indexed"]);
        Assert.Equal(3, host.Status.Completed);
        Assert.Equal(WorkerState.Running, host.Status.State);
    }

    [Fact]
    public async Task Host_OnAClockOfItsOwn_IndexesDocuments()
    {
        await using var host = await WorkerHost.InMemoryAsync(WithGenerator(static services => services.AddHevlayerEmbeddingWorker()));
        await host.StageAsync("a", "b");

        await host.StartAsync();
        await host.WhenLoggedAsync(LogIds.DocumentCompleted, 2);

        Assert.Equal(2, (await host.CountsAsync())["indexed"]);
    }

    [Fact]
    public async Task Start_NoGenerator_SaysWhatIsMissing()
    {
        await using var host = await WorkerHost.InMemoryAsync(static services => services.AddHevlayerEmbeddingWorker());

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(host.StartAsync);

        Assert.Contains("IEmbeddingGenerator<string, Embedding<float>>", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddEmbeddingGenerator", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Hevlayer:Worker: ")]
    [InlineData("embed", "Hevlayer:Worker:embed: ")]
    public async Task Start_NoPipeline_NamesSectionOptionAndVariable(string name, string section)
    {
        await using var host = await WorkerHost.InMemoryAsync(
            WithGenerator(services => services.AddHevlayerWorkers().AddEmbedding(name)),
            ("HEVLAYER_PIPELINE_ID", " "));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.StartsWith(section, exception.Message, StringComparison.Ordinal);
        Assert.Contains("PipelineId", exception.Message, StringComparison.Ordinal);
        Assert.Contains("HEVLAYER_PIPELINE_ID", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OptionsCannotWork_NamesThemAll()
    {
        await using var host = await WorkerHost.InMemoryAsync(WithGenerator(static services => services.AddHevlayerEmbeddingWorker(static options =>
        {
            options.ClaimLimit = 0;
            options.Embedding.MaxBatchTokens = 8;
        })));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(host.StartAsync);

        Assert.Equal(2, exception.Failures.Count());
    }

    internal static Action<IServiceCollection> WithGenerator(Action<IServiceCollection> register) => services =>
    {
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(new LengthGenerator());
        register(services);
    };
}
