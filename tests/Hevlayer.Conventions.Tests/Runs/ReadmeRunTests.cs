using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests;

[Collection(nameof(EnvironmentVariables))]
public sealed class ReadmeRunTests
{
    [Fact]
    public async Task Worker_OfTheFirstScreen_IndexesWhatItStaged()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { Keys = { new("secret") }, StatusCacheTime = TimeSpan.Zero });
        using var variables = new EnvironmentVariables(
            (HevlayerClientOptions.BaseAddressVariable, gateway.BaseAddress.AbsoluteUri),
            (HevlayerClientOptions.ApiKeyVariable, "secret"));

        await ReadmeSnippets.WorkerAsync(new LengthEmbedder());

        await using var layer = new HevlayerClient(HevlayerClientOptions.FromEnvironment());
        var status = await layer.GetPipelineStatusAsync("products");
        var row = await layer.Namespace("products").FetchAsync("kettle#0");
        Assert.Equal(1, status.Counts["indexed"]);
        Assert.Equal("A red kettle.", row.Attributes.GetString("text"));
    }

    [Fact]
    public async Task App_DuringARun_PrintsItsOutcomeAndFindsItsRows()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client, "kettle");
        var services = new ServiceCollection();

        var lines = await gateway.RunAsync(layer => Task.WhenAll(
            ReadmeSnippets.AppAsync(services, layer, gateway.Clock, Catalogue.Kettle),
            layer.PutVectorAsync("products", "kettle", Catalogue.Kettle, new() { ["text"] = "A red kettle." })));

        var history = await gateway.Client.Api.ListNamespaceHistoryAsync("products");
        Assert.Equal([$"0 failed, snapshot {history[0].Sha}", "0.000 kettle A red kettle."], lines);
        Assert.True(history[0].WatermarkMs >= (await gateway.Client.Api.GetNamespaceMetadataAsync("products")).LastWriteAt!.Value.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task App_WithTheVariables_HasAClientOfThatGateway()
    {
        await using var gateway = await LocalGateway.StartAsync(new() { Keys = { new("secret") } });
        using var variables = new EnvironmentVariables(
            (HevlayerClientOptions.BaseAddressVariable, gateway.BaseAddress.AbsoluteUri),
            (HevlayerClientOptions.ApiKeyVariable, "secret"));
        await using var indexed = await SnippetGateway.WithRowsAsync();
        await Catalogue.StageAsync(indexed.Client);
        var services = new ServiceCollection();

        await indexed.RunAsync(layer => ReadmeSnippets.AppAsync(services, layer, indexed.Clock, Catalogue.Kettle));

        await using var provider = services.BuildServiceProvider();
        Assert.Empty((await provider.GetRequiredService<IHevlayerClient>().Api.ListPipelinesAsync()).Pipelines);
    }
}
