namespace Hevlayer.Wire.Tests.Faults;

public sealed class ServerTests
{
    [Fact]
    public async Task Stranger_CallsTheServerOfAnother_IsNeitherAnsweredNorCounted()
    {
        var operation = GatewayOperations.ListNamespaces;
        await using var run = FaultCase.Planned(operation, _ => new GoodReply(operation).Whole, static _ => { });
        await using var stranger = new HevlayerClient(new HevlayerClientOptions
        {
            BaseAddress = run.Server.Address,
            ApiKey = "another-key",
            Retry = { MaxAttempts = 1 },
        });

        await Assert.ThrowsAsync<HevlayerConnectionException>(() => stranger.Api.ListNamespacesAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Empty(run.Server.Requests);

        Assert.Null(await run.CallAsync(TestContext.Current.CancellationToken));
        Assert.Equal("GET /v2/namespaces HTTP/1.1", Assert.Single(run.Server.Requests).Line);
    }
}
