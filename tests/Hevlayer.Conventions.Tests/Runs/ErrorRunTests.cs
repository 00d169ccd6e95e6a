using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;

namespace Hevlayer.Conventions.Tests;

public sealed class ErrorRunTests
{
    private const string Status = "GET /v2/pipelines/products/status";

    [Fact]
    public async Task Transient_GatewayUnavailable_IsCaughtAfterTheRepeats()
    {
        await using var gateway = new SnippetGateway().On(Status, _ => Reply.Error(503, "service_unavailable"));

        var lines = await gateway.RunAsync(ErrorSnippets.TransientAsync);

        Assert.StartsWith("Later, perhaps: ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Equal(5, gateway.RequestsTo(Status).Count);
    }

    [Fact]
    public async Task Transient_NoSuchPipeline_IsNotCaught()
    {
        await using var gateway = new SnippetGateway();

        var error = await Assert.ThrowsAsync<HevlayerException>(() => gateway.RunAsync(ErrorSnippets.TransientAsync));

        Assert.Equal(HevlayerErrorCodes.NotFound, error.Code);
    }

    [Fact]
    public async Task Kinds_PipelineOfAnotherNamespace_IsAMismatch()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client);

        Assert.Equal(["It writes to products."], await gateway.RunAsync(ErrorSnippets.KindsAsync));
    }

    [Fact]
    public async Task Kinds_KeyThatMayOnlyRead_NamesTheScope()
    {
        await using var gateway = LocalGateway.Create(new() { Keys = { new("reader", ApiKeyScope.Read) } });
        await using var reader = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, ApiKey = "reader" }, gateway.CreateHandler());

        Assert.Equal(["The key lacks the scope admin."], await Printed.LinesOfAsync(() => ErrorSnippets.KindsAsync(reader)));
    }

    [Fact]
    public async Task Metadata_OfAQuery_HasItsTrace()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        QueryResponse? hits = null;

        var lines = await gateway.RunAsync(async layer => hits = await ErrorSnippets.MetadataAsync(layer, Catalogue.Kettle, CancellationToken.None));

        Assert.Equal(3, hits?.Rows.Count);
        Assert.Matches("^1 attempts, 00:00:00, trace [0-9a-f]{32}$", Assert.Single(lines));
    }

    [Fact]
    public async Task Metadata_OfOneCall_IsReportedToIt()
    {
        await using var gateway = new SnippetGateway();
        await Catalogue.StageAsync(gateway.Client);
        PipelineList? pipelines = null;

        var lines = await gateway.RunAsync(async layer => pipelines = await ErrorSnippets.OneCallAsync(layer));

        Assert.Equal("products", pipelines?.Pipelines.Single().Id);
        Assert.Equal(["listPipelines: 200 in 00:00:00"], lines);
    }
}
