using Hevlayer;
using Hevlayer.Local;

namespace MyFunction.Tests;

public sealed class FunctionTests
{
    [Fact]
    public async Task Row_IsFound_HasItsSummary()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var gateway = await LocalGateway.StartAsync(new() { StabilityLag = TimeSpan.Zero }, cancelled);
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        var rows = layer.Namespace("NAMESPACE");
        await rows.WriteAsync(new() { UpsertRows = [new() { Id = "kettle", Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = "A red kettle. It boils water." } }] }, cancelled);

        await using var app = App.Build([$"--Hevlayer:BaseAddress={gateway.BaseAddress}", "--urls=http://127.0.0.1:0"]);
        await app.StartAsync(cancelled);
        await layer.Function("FUNCTION").EnsureVersionAsync(App.Specification, cancellationToken: cancelled);
        var status = await layer.Function("FUNCTION").DiscoverAndWaitAsync(cancellationToken: cancelled);
        var row = await rows.FetchAsync("kettle", cancellationToken: cancelled);
        await app.StopAsync(cancelled);

        Assert.Equal(0, status.FailedCount);
        Assert.Equal("A red kettle.", row.Attributes.GetString("summary"));
        Assert.Equal(6, row.Attributes.GetInt64("words"));
    }
}
