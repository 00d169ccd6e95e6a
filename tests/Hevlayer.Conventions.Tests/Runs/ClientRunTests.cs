using Hevlayer.Conventions.Tests.Snippets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hevlayer.Conventions.Tests;

public sealed class ClientRunTests
{
    private const string Heartbeat = "POST /v2/pipelines/products/documents/heartbeat";

    private static readonly ReadOnlyMemory<float>[] Pages = [new float[] { 0, 1 }, new float[] { 0.6f, 0.8f }];

    private static readonly string[] Documents = ["kettle", "manual", "empty-page", "broken-scan", "catalogue"];

    [Fact]
    public async Task Named_EachClient_HasItsOwnOptions()
    {
        var services = new ServiceCollection();
        services.ConfigureAll<HevlayerClientOptions>(static options => options.BaseAddress = HevlayerClientOptions.HostedAddress);

        ClientSnippets.Named(services);

        await using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<HevlayerClientOptions>>();
        Assert.Same(provider.GetRequiredKeyedService<IHevlayerClient>("search"), provider.GetRequiredService<Shop>().Layer);
        Assert.NotSame(provider.GetRequiredKeyedService<IHevlayerClient>("ingest"), provider.GetRequiredService<Shop>().Layer);
        Assert.Equal([2, 5], [options.Get("search").TotalTimeout.TotalMinutes, options.Get("ingest").TotalTimeout.TotalMinutes]);
    }

    [Fact]
    public async Task Borrowed_HttpClient_IsUsedAndLeftOpen()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client);
        using var http = new HttpClient(gateway.Handler, disposeHandler: false) { BaseAddress = gateway.Address };

        var lines = await gateway.RunAsync(_ => ClientSnippets.BorrowedAsync(http, "borrowed-key"));

        Assert.Equal(["1 pipelines"], lines);
        Assert.Equal("Bearer borrowed-key", gateway.Requests[^1].Headers["Authorization"]);
        Assert.True((await http.GetAsync("/v2/pipelines")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task CallOptions_OfAVerbAndAHandle_HoldForEachOfTheirCalls()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client, ["kettle"]);

        var lines = await gateway.RunAsync(layer => ClientSnippets.CallOptionsAsync(layer, Catalogue.Kettle));

        Assert.Equal(["putPipelineDocumentVectors: 1 attempts", "queryNamespace: 1 attempts", "1 rows"], lines);
        Assert.Equal(["blue", "blue"], gateway.Requests.TakeLast(2).Select(request => request.Headers["x-tenant"]));
    }

    [Fact]
    public async Task Settling_OneDocumentOfEachKind_EndsInItsStage()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client, Documents);

        var lines = await gateway.RunAsync(layer => ClientSnippets.SettlingAsync(layer, Catalogue.Kettle, Pages));

        gateway.Clock.Advance(TimeSpan.FromSeconds(15));
        var status = await gateway.Client.GetPipelineStatusAsync("products");
        var hits = await gateway.Client.Namespace("products").QueryAsync(new() { Vector = Pages[1] });
        Assert.Empty(lines);
        Assert.Equal((3, 1, 1, 0), (status.Counts["indexed"], status.FailedCount, status.PendingCount, status.ProcessingCount));
        Assert.Equal(["manual", "kettle"], hits.Rows.Select(row => row.Id.ToString()));
    }

    [Fact]
    public async Task Settling_LeasesLostBeforeTheHeartbeat_SaysHowMany()
    {
        await using var gateway = new SnippetGateway().On(Heartbeat, """{"pipeline_id":"products","stage":"embedding","updated":3}""");
        await Catalogue.StageAsync(gateway.Client, Documents);

        var lines = await gateway.RunAsync(layer => ClientSnippets.SettlingAsync(layer, Catalogue.Kettle, Pages));

        Assert.Equal(["2 leases are lost."], lines);
    }

    [Fact]
    public async Task Waiting_UntilTwoDocumentsAreIndexed_EndsWithTheirSnapshot()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client, "kettle");
        var started = gateway.Clock.GetUtcNow();
        var progress = new Seen<DrainProgress>();

        var lines = await gateway.RunAsync(layer => Task.WhenAll(
            ClientSnippets.WaitingAsync(layer, started, progress),
            SecondAsync(layer)));

        Assert.Equal("0 failed", lines[0]);
        Assert.Matches("^Snapshot [0-9a-f]+ of 2026-01-02 03:0[4-9]:[0-9]{2}Z$", lines[1]);
        Assert.Equal((2, TimeSpan.Zero), (progress.Reports[^1].Indexed, progress.Reports[^1].TimeLeft));

        async Task SecondAsync(HevlayerClient layer)
        {
            await layer.PutVectorAsync("products", "kettle", Catalogue.Kettle);
            await Task.Delay(TimeSpan.FromMinutes(1), gateway.Clock);
            await Catalogue.StageAsync(layer, "pan");
            await layer.PutVectorAsync("products", "pan", Catalogue.Kettle);
        }
    }
}
