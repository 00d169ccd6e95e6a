using Hevlayer.Local;
using Microsoft.Extensions.Time.Testing;

namespace Hevlayer.Conventions.Tests.Snippets;

internal static class LocalGatewaySnippets
{
    public static async Task<ClaimDocumentsResponse> InProcessAsync()
    {
        #region local-in-process
        var clock = new FakeTimeProvider();
        await using var gateway = LocalGateway.Create(new() { TimeProvider = clock });
        await using var layer = new HevlayerClient(
            new() { BaseAddress = gateway.BaseAddress, TimeProvider = clock },
            gateway.CreateHandler());

        await layer.EnsurePipelineAsync("products", targetNamespace: "products");
        await layer.PutChunksAsync("products", "kettle", [new() { Id = "kettle#0", Text = "A red kettle." }]);
        await layer.ClaimDocumentsAsync("products", new() { WorkerId = "crashed", LeaseSeconds = 60 });

        clock.Advance(TimeSpan.FromSeconds(60));   // the lease runs out
        var again = await layer.ClaimDocumentsAsync("products", new() { WorkerId = "next" });
        Assert.Equal(["kettle"], again.Documents);
        #endregion
        return again;
    }

    public static async Task<HevlayerException> OverHttpAsync()
    {
        #region local-over-http
        await using var gateway = await LocalGateway.StartAsync(new() { Keys = { new("reader", ApiKeyScope.Read) } });
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress, ApiKey = "reader" });

        var error = await Assert.ThrowsAsync<HevlayerException>(() => layer.EnsurePipelineAsync("products", "products"));
        Assert.Equal("admin", error.RequiredScope);
        #endregion
        return error;
    }
}
