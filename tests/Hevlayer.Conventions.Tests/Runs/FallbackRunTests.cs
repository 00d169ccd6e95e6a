using Hevlayer.Conventions.Tests.Snippets;
using Hevlayer.Local;

namespace Hevlayer.Conventions.Tests;

[Collection(nameof(EnvironmentVariables))]
public sealed class FallbackRunTests
{
    private const string TurbopufferKey = "turbopuffer-key";

    [Fact]
    public async Task FallThrough_GatewayOutOfReach_IsAnsweredByTurbopuffer()
    {
        await using var turbopuffer = await TurbopufferAsync();
        using var variables = Variables(turbopuffer, key: TurbopufferKey);

        var (hits, metadata) = await FallbackSnippets.FallThroughAsync(Catalogue.Kettle);

        Assert.Equal("kettle", hits.Rows[0].Id.ToString());
        Assert.Equal(ReplySource.Turbopuffer, metadata?.AnsweredBy);
    }

    [Fact]
    public async Task FallThrough_WithoutTurbopuffersKey_IsOff()
    {
        await using var turbopuffer = await TurbopufferAsync();
        using var variables = Variables(turbopuffer, key: "");

        await Assert.ThrowsAsync<HevlayerConnectionException>(() => FallbackSnippets.FallThroughAsync(Catalogue.Kettle));
    }

    // The local gateway takes the vector store's own queries, which is all that turbopuffer is asked here.
    private static async Task<LocalGateway> TurbopufferAsync()
    {
        var server = await LocalGateway.StartAsync(new() { Keys = { new(TurbopufferKey) } });
        await using var writer = new HevlayerClient(new() { BaseAddress = server.BaseAddress, ApiKey = TurbopufferKey });
        await Catalogue.FillAsync(writer);
        return server;
    }

    private static EnvironmentVariables Variables(LocalGateway turbopuffer, string key) => new(
        (HevlayerClientOptions.BaseAddressVariable, Nobody.Address.AbsoluteUri),
        (HevlayerFallbackOptions.BaseAddressVariable, turbopuffer.BaseAddress.AbsoluteUri),
        (HevlayerFallbackOptions.ApiKeyVariable, key));
}
