using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class LocalGatewayRunTests
{
    [Fact]
    public async Task InProcess_LeaseOfACrashedWorkerRunsOut_TheNextOneGetsTheDocument() =>
        Assert.Equal("next", (await LocalGatewaySnippets.InProcessAsync()).WorkerId);

    [Fact]
    public async Task OverHttp_KeyThatMayOnlyRead_IsRefused() =>
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await LocalGatewaySnippets.OverHttpAsync()).StatusCode);
}
