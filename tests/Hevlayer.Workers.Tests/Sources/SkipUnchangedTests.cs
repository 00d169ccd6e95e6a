using Hevlayer.Workers.Tests.Rows;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>A source that says the same again costs no staging.</summary>
public sealed class SkipUnchangedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_OfADocumentThatIsIndexedAndMarked_IsAcknowledgedAndSkipped()
    {
        var generator = new CountedGenerator();
        await using var host = Host(generator, static options => options.SkipUnchanged = true);
        await host.StartAsync();
        host.Queue.Send(new Update("a", "one"), new Update("b", "two"));
        await WhenMarkedAsync(host, 2);

        host.Queue.Send(new Update("a", "one"), new Update("b", "edited"));
        await host.UntilEmptyAsync();

        var source = host.Services.GetRequiredKeyedService<WorkerStatus>("source");
        Assert.Equal((1, 3), (source.Skipped, source.Completed));
        Assert.Equal("edited", Assert.Single(await host.ChunksAsync("b")).Text);
        Assert.Empty(host.Queue.DeadLetters);
    }

    [Fact]
    public async Task Message_OfADocumentThatIsIndexedAndMarked_IsStagedByDefault()
    {
        await using var host = Host(new CountedGenerator(), static _ => { });
        await host.StartAsync();
        host.Queue.Send(new Update("a", "one"));
        await WhenMarkedAsync(host, 1);

        host.Queue.Send(new Update("a", "one"));
        await host.UntilEmptyAsync();

        var source = host.Services.GetRequiredKeyedService<WorkerStatus>("source");
        Assert.Equal((0, 2), (source.Skipped, source.Completed));
    }

    [Fact]
    public async Task Worker_ThatCannotKnowWhatMakesTheVectors_DoesNotStart()
    {
        await using var host = new SourceHost(static (_, services) => services
            .AddHevlayerWorkers()
            .AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), configure: static options => options.SkipUnchanged = true));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("Embedding.Embedder", error.Message, StringComparison.Ordinal);
    }

    private static SourceHost Host(CountedGenerator generator, Action<SourceWorkerOptions> configure) => new((_, services) => services
        .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(generator)
        .AddHevlayerWorkers()
        .AddEmbedding(configure: static options =>
        {
            options.Embedding.MarkCompleted = true;
            options.IdlePause = options.MaxIdlePause = TimeSpan.FromMilliseconds(20);
        })
        .AddSource<Update, QueueModel>(
            static update => update.Id!,
            static update => SourceDocument.OfText(update.Text),
            configure: options =>
            {
                SourceHost.InHaste(options);
                configure(options);
            }));

    private static async Task WhenMarkedAsync(SourceHost host, int documents)
    {
        for (var marked = -1; marked < documents;)
        {
            await Task.Delay(50, Token);
            var status = await host.Layer.GetPipelineStatusAsync(SourceHost.Pipeline, Token);
            marked = status.Counts.GetValueOrDefault("indexed") == documents ? await MarkedAsync(host) : -1;
        }
    }

    private static async Task<int> MarkedAsync(SourceHost host)
    {
        var reply = await host.Layer.Namespace(SourceHost.Pipeline).QueryAsync(new() { RankBy = RankBy.Ascending("id"), TopK = 10, IncludeAttributes = true }, cancellationToken: Token);
        return reply.Rows!.Count(static row => row.Attributes.GetInt64(RowAttributes.Completed) is > 0);
    }
}
