namespace Hevlayer.Local.Tests;

/// <summary>The client itself in process and over HTTP: what it sends and reads is what the gateway takes and gives.</summary>
public sealed class ClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Client_WholeLifeOfADocument_EndsInAQuery(bool overHttp)
    {
        var token = TestContext.Current.CancellationToken;
        await using var gateway = overHttp ? await Harness.OverHttpAsync() : Harness.InProcess();
        await using var client = overHttp
            ? new HevlayerClient(new HevlayerClientOptions { BaseAddress = gateway.Gateway.BaseAddress })
            : new HevlayerClient(new HevlayerClientOptions { BaseAddress = gateway.Gateway.BaseAddress }, gateway.Gateway.CreateHandler());

        await client.EnsurePipelineAsync("p", "n", cancellationToken: token);
        await client.EnsurePipelineAsync("p", "n", cancellationToken: token);
        await client.PutChunksAsync("p", "doc/1#é", [new Chunk { Id = "doc/1#0", Text = "text" }], token);
        var claim = await client.ClaimDocumentsAsync("p", new ClaimDocumentsRequest { WorkerId = "w" }, token);
        var chunks = await client.GetChunksAsync("p", claim.Documents[0], token);
        await client.PutVectorsAsync(
            "p", claim.Documents[0], [new VectorEntry { Id = chunks[0].Id, Vector = new float[] { 1, 0 }, Attributes = new() { ["page"] = 3 } }], token);
        var found = await client.Namespace("n").QueryAsync(
            new QueryRequest { Vector = new float[] { 1, 0 }, IncludeAttributes = true }, cancellationToken: token);

        Assert.Equal("doc/1#é", claim.Documents[0]);
        Assert.Equal("doc/1#0", found.Rows[0].Id.AsString());
        Assert.Equal(3, found.Rows[0].Attributes.GetInt64("page"));
        Assert.Equal(0, (await client.GetPipelineStatusAsync("p", token)).PendingCount);
    }
}
