using Hevlayer;
using Hevlayer.Local;
using Microsoft.Extensions.DependencyInjection;

namespace MySourceWorker.Tests;

public sealed class SourceWorkerTests
{
    [Fact]
    public async Task Message_IsReceived_ItsDocumentIsStaged()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var gateway = await LocalGateway.StartAsync(cancellationToken: cancelled);
        await using var layer = new HevlayerClient(new() { BaseAddress = gateway.BaseAddress });
        await layer.EnsurePipelineAsync("PIPELINE", targetNamespace: "PIPELINE", cancellationToken: cancelled);

        await using var app = App.Build([$"--Hevlayer:BaseAddress={gateway.BaseAddress}", "--urls=http://127.0.0.1:0"]);
        await app.StartAsync(cancelled);
        app.Services.GetRequiredService<ArticleSource>().Send(new("kettle", "A red kettle. It boils water."));
        IReadOnlyList<string> claimed = [];
        while (claimed.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancelled);
            claimed = (await layer.ClaimDocumentsAsync("PIPELINE", new() { WorkerId = "test", Limit = 1 }, cancelled)).Documents;
        }

        var chunks = await layer.GetChunksAsync("PIPELINE", Assert.Single(claimed), cancelled);
        await app.StopAsync(cancelled);

        Assert.Equal("kettle", claimed[0]);
        Assert.Contains(chunks, static chunk => chunk.Text!.Contains("red kettle", StringComparison.Ordinal));
    }
}
