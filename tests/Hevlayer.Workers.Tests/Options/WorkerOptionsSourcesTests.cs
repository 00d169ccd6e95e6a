using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Workers.Tests;

/// <summary>Variables first, then the worker's section, then code.</summary>
public sealed class WorkerOptionsSourcesTests
{
    [Fact]
    public void Variables_OfTheOperator_SetPipelineAndWorker()
    {
        var options = Read(null, ("HEVLAYER_PIPELINE_ID", " products "), ("HEVLAYER_WORKER_ID", "embed-0"), ("HOSTNAME", "pod-7"));

        Assert.Equal("products", options.PipelineId);
        Assert.Equal("embed-0", options.WorkerId);
    }

    [Fact]
    public void WorkerId_NoVariable_IsTheHostName() =>
        Assert.Equal("pod-7", Read(null, ("HEVLAYER_WORKER_ID", " "), ("HOSTNAME", "pod-7")).WorkerId);

    [Fact]
    public void WorkerId_NeitherVariableNorHostName_IsThatOfTheProcess() =>
        Assert.Equal($"{Environment.MachineName}-{Environment.ProcessId}", Read(null, ("HEVLAYER_WORKER_ID", string.Empty), ("HOSTNAME", string.Empty)).WorkerId);

    [Fact]
    public void WorkerId_OfANamedWorker_EndsWithItsName() =>
        Assert.Equal("pod-7-embed", Read("embed", ("HEVLAYER_WORKER_ID", string.Empty), ("HOSTNAME", "pod-7")).WorkerId);

    [Fact]
    public void Section_OfTheWorker_WinsOverVariables()
    {
        var options = Read(
            null,
            ("HEVLAYER_PIPELINE_ID", "products"),
            ("Hevlayer:Worker:PipelineId", "orders"),
            ("Hevlayer:Worker:WorkerId", "mine"),
            ("Hevlayer:Worker:Lease", "00:02:00"),
            ("Hevlayer:Worker:ClaimLimit", "7"),
            ("Hevlayer:Worker:ReadChunks", "false"),
            ("Hevlayer:Worker:Retry:MaxAttempts", "9"),
            ("Hevlayer:Worker:Shutdown:DrainTime", "00:00:11"),
            ("Hevlayer:Worker:Embedding:MaxBatchItems", "13"));

        Assert.Equal("orders", options.PipelineId);
        Assert.Equal("mine", options.WorkerId);
        Assert.Equal(TimeSpan.FromMinutes(2), options.Lease);
        Assert.Equal(7, options.ClaimLimit);
        Assert.False(options.ReadChunks);
        Assert.Equal(9, options.Retry.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(11), options.Shutdown.DrainTime);
        Assert.Equal(13, options.Embedding.MaxBatchItems);
    }

    [Fact]
    public void Section_OfANamedWorker_IsItsOwn()
    {
        (string, string)[] configuration = [("Hevlayer:Worker:Stage", "raw"), ("Hevlayer:Worker:embed:Stage", "extracted"), ("HEVLAYER_PIPELINE_ID", "products")];

        Assert.Equal("extracted", Read("embed", configuration).Stage);
        Assert.Equal("products", Read("embed", configuration).PipelineId);
        Assert.Equal("raw", Read(null, configuration).Stage);
    }

    [Fact]
    public void Code_WinsOverAll()
    {
        var services = Services(("HEVLAYER_PIPELINE_ID", "products"), ("Hevlayer:Worker:PipelineId", "orders"));
        services.AddHevlayerWorkers().AddDocuments<NoHandler>(configure: static options => options.PipelineId += "-by-code");

        Assert.Equal("orders-by-code", Options(services, null).PipelineId);
    }

    [Fact]
    public void Defaults_NothingIsSet_AreThoseOfTheDocumentation()
    {
        var options = Read(null, ("HEVLAYER_PIPELINE_ID", "products"));

        Assert.Equal("pending", options.Stage);
        Assert.Equal("embedding", options.ClaimStage);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Lease);
        Assert.True(options.ReadChunks);
        Assert.Null(options.DocumentIdPrefix);
        Assert.True(options.Shutdown.Total < TimeSpan.FromSeconds(30));
    }

    private static DocumentWorkerOptions Read(string? name, params (string Key, string Value)[] configuration)
    {
        var services = Services(configuration);
        if (name is null)
        {
            services.AddHevlayerWorkers().AddDocuments<NoHandler>();
        }
        else
        {
            services.AddHevlayerWorkers().AddDocuments<NoHandler>(name);
        }

        return Options(services, name);
    }

    private static DocumentWorkerOptions Options(ServiceCollection services, string? name)
    {
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<DocumentWorkerOptions>>().Get(name);
    }

    private static ServiceCollection Services(params (string Key, string Value)[] configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("HEVLAYER_PIPELINE_ID", (string?)"some")])
            .AddInMemoryCollection(configuration.Select(static entry => KeyValuePair.Create(entry.Key, (string?)entry.Value)))
            .Build());
        return services;
    }

    private sealed class NoHandler : IDocumentHandler
    {
        public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
