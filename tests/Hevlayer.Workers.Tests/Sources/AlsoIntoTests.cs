using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>While an index is built beside another one, each document is staged for both.</summary>
public sealed class AlsoIntoTests
{
    [Fact]
    public async Task Message_IsStagedInEachPipeline()
    {
        await using var host = Host("second", "third");
        await host.CreatePipelineAsync("second");
        await host.CreatePipelineAsync("third");
        host.Queue.Send(new Update("a", "text"));

        await host.StartAsync();
        await host.UntilEmptyAsync();

        foreach (var pipeline in new[] { SourceHost.Pipeline, "second", "third" })
        {
            Assert.Equal("text", Assert.Single(await host.ChunksAsync("a", pipeline)).Text);
        }

        Assert.Equal(1, host.Status.Completed);
    }

    [Fact]
    public async Task Message_OfWhichOnePipelineIsMissing_IsKeptUntilItIsThere()
    {
        await using var host = Host("second");
        host.Queue.Send(new Update("a", "text"));
        await host.StartAsync();
        await host.UntilReplyAsync(System.Net.HttpStatusCode.NotFound);
        Assert.Equal(0, host.Status.Completed);

        await host.CreatePipelineAsync("second");
        await host.UntilEmptyAsync();

        Assert.Single(await host.ChunksAsync("a", "second"));
        Assert.Single(await host.ChunksAsync("a"));
        Assert.Empty(host.Queue.DeadLetters);
    }

    [Theory]
    [InlineData(SourceHost.Pipeline)]
    [InlineData("second", "second")]
    [InlineData(" ")]
    public async Task Pipelines_ThatAreTheSameOrNone_KeepTheHostFromStarting(params string[] pipelines)
    {
        await using var host = Host(pipelines);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Contains("AlsoInto", error.Message, StringComparison.Ordinal);
    }

    private static SourceHost Host(params string[] pipelines) => new((_, services) => services
        .AddHevlayerWorkers()
        .AddSource<Update, QueueModel>(
            static update => update.Id!,
            static update => SourceDocument.OfText(update.Text),
            configure: options =>
            {
                SourceHost.InHaste(options);
                options.AlsoInto = pipelines;
            }));
}
