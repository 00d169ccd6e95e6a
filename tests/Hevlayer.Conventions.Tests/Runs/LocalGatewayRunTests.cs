using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class LocalGatewayRunTests
{
    [Fact]
    public async Task InProcess_LeaseOfACrashedWorkerRunsOut_TheNextOneGetsTheDocument() =>
        Assert.Equal("next", (await LocalGatewaySnippets.InProcessAsync()).WorkerId);

    [Fact]
    public async Task Fault_LosesAReply_TheClientFindsWhatItMade() => Assert.Equal(1, await LocalGatewaySnippets.FaultAsync());

    [Fact]
    public async Task Pump_GoesOnUntilTheRetriesAreDone() => Assert.InRange(await LocalGatewaySnippets.PumpAsync(), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1));

    [Fact]
    public async Task State_SavedAndLoaded_IsThere()
    {
        var folder = Directory.CreateTempSubdirectory("hevlayer-").FullName;
        try
        {
            Assert.Equal("products", Assert.Single((await LocalGatewaySnippets.StateAsync(folder, Path.Combine(folder, "saved.db"))).Pipelines).Id);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task OverHttp_KeyThatMayOnlyRead_IsRefused() =>
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await LocalGatewaySnippets.OverHttpAsync()).StatusCode);
}
