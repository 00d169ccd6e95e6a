using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;
using Hevlayer.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Conventions.Tests;

public sealed class FunctionWorkerRunTests
{
    [Fact]
    public async Task FunctionWorker_RowsOfANamespace_SummarisesThemAndEnds()
    {
        await using var gateway = await StartAsync();
        await using var layer = await FilledAsync(gateway);
        using var enough = new CancellationTokenSource();

        var running = HostWithAnEnd.RunAsync(() => FunctionSnippets.SummariseAsync(Arguments(gateway)), enough.Token);
        await SeenAsync(layer, "kettle", "summarised");
        var status = await FunctionSnippets.WaitAsync(layer);
        await enough.CancelAsync();
        await running;

        Assert.Equal(0, status.FailedCount);
        var row = await layer.Namespace("products").FetchAsync("kettle");
        Assert.Equal(("Red kettle,", 2), (row.Attributes.GetString("summarised"), row.Attributes.GetInt64("words")));
    }

    [Fact]
    public async Task OtherFunctions_RowsOfANamespace_GetTheirLanguagesAndVectors()
    {
        await using var gateway = await StartAsync();
        await using var layer = await FilledAsync(gateway);
        foreach (var id in (string[])["languages", "vectors"])
        {
            await layer.Function(id).EnsureAsync(new() { TargetNamespaces = ["products"], Inputs = ["text"], Worker = new() });
        }

        var builder = Host.CreateApplicationBuilder(Arguments(gateway));
        builder.Services.AddSingleton<Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>>(new LengthEmbedder());
        FunctionSnippets.AddOthers(builder);
        using var host = builder.Build();
        await host.StartAsync();
        await SeenAsync(layer, "kettle", "language");
        await SeenAsync(layer, "kettle", "_hevlayer_udf_vectors_v");
        await host.StopAsync();

        Assert.Equal("en", (await layer.Namespace("products").FetchAsync("kettle")).Attributes.GetString("language"));
    }

    [Fact]
    public async Task Handler_Text_GivesItsSummary()
    {
        var summary = await FunctionSnippets.Handler(new FirstWords()).HandleAsync(
            new("A red kettle"),
            new FunctionItem { Namespace = "products", Id = "kettle" },
            TestContext.Current.CancellationToken);

        Assert.Equal(new("A red", 2), summary);
    }

    [Fact]
    public async Task NewVersion_NoRowIsHeld_IsInPlaceAndItsRowsAreWaitedFor()
    {
        await using var gateway = new SnippetGateway();
        await gateway.Client.Function("summaries").EnsureAsync(new() { TargetNamespaces = ["products"], Inputs = ["text"], Version = "v1", Worker = new() });
        var seen = new Seen<FunctionProgress>();

        var lines = await gateway.RunAsync(layer => FunctionSnippets.NewVersionAsync(layer, seen));

        Assert.Equal(["0 rows failed."], lines);
        Assert.NotEmpty(seen.Reports);
        Assert.Equal("v2", (await gateway.Client.Api.GetUdfAsync("summaries")).Udf.Spec.Version);
    }

    private static Task<LocalGateway> StartAsync() => LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero, StabilityLag = TimeSpan.Zero });

    private static async Task<HevlayerClient> FilledAsync(LocalGateway gateway)
    {
        var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, Polling = new() { StatusCacheTime = TimeSpan.Zero } });
        await Catalogue.FillAsync(layer);
        return layer;
    }

    private static async Task SeenAsync(HevlayerClient layer, string id, string attribute)
    {
        while (!(await layer.Namespace("products").FetchAsync(id)).Attributes.ContainsKey(attribute))
        {
            await Task.Yield();
        }
    }

    private static string[] Arguments(LocalGateway gateway) =>
        ["--Hevlayer:BaseAddress", gateway.BaseAddress.AbsoluteUri, "--HEVLAYER_WORKER_ID", "worker-1", "--Logging:LogLevel:Default", "None"];
}
