using Hevlayer;
using Hevlayer.Local;

namespace MyEmbeddingWorker.Tests;

public sealed class WorkerTests
{
    [Fact]
    public async Task Document_IsStaged_CanBeFound()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var gateway = await LocalGateway.StartAsync(cancellationToken: cancelled);
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await layer.EnsurePipelineAsync("PIPELINE", targetNamespace: "PIPELINE", cancellationToken: cancelled);
        await layer.PutChunksAsync("PIPELINE", "kettle", [new() { Id = "kettle-0", Text = "A red kettle." }], cancelled);

        await using var app = App.Build([$"--Hevlayer:BaseAddress={gateway.BaseAddress}", "--urls=http://127.0.0.1:0"]);
        await app.StartAsync(cancelled);
        await layer.WaitForDrainAsync("PIPELINE", cancellationToken: cancelled);
        var rows = await layer.Namespace("PIPELINE").QueryAsync(new() { Vector = new float[32], TopK = 1, IncludeAttributes = true }, cancellationToken: cancelled);
        await app.StopAsync(cancelled);

        Assert.Equal("A red kettle.", Assert.Single(rows.Rows).Attributes.GetString("text"));
    }
}
