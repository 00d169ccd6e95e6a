using Hevlayer.Local;
using Microsoft.Extensions.Time.Testing;
using ClockPump = Hevlayer.Local.ClockPump;

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

    public static async Task<int> FaultAsync()
    {
        #region local-fault
        await using var gateway = LocalGateway.Create();
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress }, gateway.CreateHandler());

        var fault = gateway.Faults.Add(new() { Operation = "createPipeline", Effect = FaultEffect.LoseReply, Count = 1 });
        await layer.EnsurePipelineAsync("products", targetNamespace: "products");   // finds what it made at its first attempt

        Assert.Equal(1, fault.Struck);
        #endregion
        return fault.Struck;
    }

    public static async Task<TimeSpan> PumpAsync()
    {
        #region local-clock-pump
        var clock = new FakeTimeProvider();
        await using var gateway = LocalGateway.Create(new() { TimeProvider = clock });
        await using var layer = new HevlayerClient(
            new() { BaseAddress = gateway.BaseAddress, TimeProvider = clock },
            gateway.CreateHandler());
        gateway.Faults.Add(new() { Count = 2, RetryAfter = TimeSpan.FromSeconds(10) });

        await ClockPump.RunAsync(clock.Advance, () => layer.EnsurePipelineAsync("products", targetNamespace: "products"));

        Assert.True(clock.Start + TimeSpan.FromSeconds(20) <= clock.GetUtcNow());
        #endregion
        return clock.GetUtcNow() - clock.Start;
    }

    public static async Task<PipelineList> StateAsync(string folder, string file)
    {
        #region local-state
        await using (var gateway = LocalGateway.Create(new() { DataDirectory = folder }))
        {
            await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress }, gateway.CreateHandler());
            await layer.EnsurePipelineAsync("products", targetNamespace: "products");
            await gateway.SaveAsync(file);
        }

        await using var other = LocalGateway.Create();
        await other.LoadAsync(file);
        #endregion
        await using var reader = new HevlayerClient(new() { BaseAddress = other.BaseAddress }, other.CreateHandler());
        return await reader.Api.ListPipelinesAsync(options: null, CancellationToken.None);
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
