using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests;

/// <summary>
/// A host that is told to end while it starts breaks off, and waits for nobody: what was claimed by then would stay so.
/// </summary>
public sealed class HostStartTests
{
    [Fact]
    public async Task DocumentWorker_HostIsToldToEndWhileItStarts_HasClaimedNothing()
    {
        await using var host = await WorkerHost.InMemoryAsync(static services => services
            .AddSingleton(new Work(static (document, _) => Task.FromResult(WorkHandler.Rows(document))))
            .AddHevlayerWorkers().AddDocuments<WorkingHandler>()
            .Services.AddHostedService<SlowStart>());
        await host.StageAsync("a", "b");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(host.StartAsync);

        Assert.Equal(new Dictionary<string, long> { ["pending"] = 2 }, await host.CountsAsync());
        Assert.Equal(0, host.Status.Claimed);
    }

    [Fact]
    public async Task SourceWorker_HostIsToldToEndWhileItStarts_HasReceivedNothing()
    {
        var messages = Channel.CreateUnbounded<string>();
        messages.Writer.TryWrite("a");
        await using var host = await WorkerHost.InMemoryAsync(services => services
            .AddSingleton(new EnumerableDocumentSource<string>(messages.Reader.ReadAllAsync()))
            .AddHevlayerWorkers().AddSource<string, EnumerableDocumentSource<string>>(static id => id, static id => SourceDocument.OfText(id))
            .Services.AddHostedService<SlowStart>());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(host.StartAsync);

        Assert.Equal((1, 0), (messages.Reader.Count, host.Status.Claimed));
    }
}
