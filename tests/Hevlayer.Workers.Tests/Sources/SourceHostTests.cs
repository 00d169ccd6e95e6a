using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Workers.Tests.Sources;

/// <summary>Source workers as a user registers them, against the local gateway.</summary>
public sealed class SourceHostTests
{
    [Fact]
    public async Task Message_IsPendingInThePipelineOfTheVariable_InPiecesOf800Characters()
    {
        await using var host = new SourceHost(static (_, services) =>
            services.AddHevlayerWorkers().AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), configure: SourceHost.InHaste));
        host.Queue.Send(new Update("shoes/1", new string('x', 1700)));

        await host.StartAsync();
        await host.UntilEmptyAsync();

        var chunks = await host.ChunksAsync("shoes/1");
        Assert.Equal(["shoes/1-0", "shoes/1-1", "shoes/1-2"], chunks.Select(static chunk => chunk.Id));
        Assert.Equal([800, 800, 100], chunks.Select(static chunk => chunk.Text!.Length));
        Assert.Equal(1, (await host.Layer.GetPipelineStatusAsync(SourceHost.Pipeline, TestContext.Current.CancellationToken)).PendingCount);
        Assert.Equal((1, 1, "source"), (host.Status.Claimed, host.Status.Completed, host.Status.Name));
    }

    [Fact]
    public async Task Pipeline_IsCreatedAfterTheFirstMessage_WhichIsStagedThen()
    {
        await using var host = Hasty();
        host.Queue.Send("a");

        await host.StartAsync(createsPipeline: false);
        await host.UntilReplyAsync(HttpStatusCode.NotFound);
        await host.CreatePipelineAsync();
        await host.UntilEmptyAsync();

        Assert.Equal(2, (await host.ChunksAsync("a")).Count);
        Assert.Empty(host.Queue.Of(QueueAction.Reject));
    }

    [Fact]
    public async Task Document_TooLargeForTheGateway_IsPutAside()
    {
        await using var host = Hasty(static options => options.MaxBodyBytes = 500);
        host.Queue.Send(new Update("large", new string('x', 1000)), new Update("small"));

        await host.StartAsync();
        await host.UntilEmptyAsync();

        var (id, reason) = Assert.Single(host.Queue.DeadLetters);
        Assert.Equal("large", id);
        Assert.Contains("413", reason, StringComparison.Ordinal);
        Assert.Equal(2, (await host.ChunksAsync("small")).Count);
    }

    [Fact]
    public async Task Mapper_ComesFromAScopeOfItsOwnForEachMessage()
    {
        await using var host = new SourceHost(static (_, services) => services
            .AddSingleton<ITextChunker, BarChunker>()
            .AddScoped<ScopeMark>()
            .AddHevlayerWorkers().AddSource<Update, QueueModel, MarkingMapper>(static update => update.Id!, configure: SourceHost.InHaste));
        host.Queue.Send("a", "b");

        await host.StartAsync();
        await host.UntilEmptyAsync();

        var marks = new[] { await host.ChunksAsync("a"), await host.ChunksAsync("b") }.Select(static chunks => chunks[0].Text).ToList();
        Assert.Equal(2, marks.Distinct().Count());
    }

    [Fact]
    public async Task NamedWorkers_HaveASourceAndAPipelineEach()
    {
        QueueModel? second = null;
        await using var host = new SourceHost(
            (host, services) => services
                .AddKeyedSingleton("second", second = host.NewQueue())
                .AddKeyedSingleton<ITextChunker>("second", new BarChunker())
                .AddHevlayerWorkers().AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), "first", SourceHost.InHaste)
                .AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), "second", SourceHost.InHaste),
            variables: ("Hevlayer:Source:second:PipelineId", "others"));
        host.Queue.Send("a");
        second!.Send("b");

        await host.CreatePipelineAsync("others");
        await host.StartAsync();
        await host.UntilAsync(() => host.Queue.Left.Count + second.Left.Count == 0);

        Assert.Single(await host.ChunksAsync("a"));
        Assert.Equal(2, (await host.ChunksAsync("b", "others")).Count);
        Assert.Equal("others", host.Services.GetRequiredKeyedService<WorkerStatus>("source:second").PipelineId);
    }

    [Fact]
    public async Task SourceAndClaimingWorker_InOneProcess_TakeADocumentToItsIndex()
    {
        var indexed = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = new SourceHost((_, services) => services
            .AddSingleton(indexed)
            .AddSingleton<ITextChunker, BarChunker>()
            .AddHevlayerWorkers().AddDocuments<CountingHandler>(configure: static options => options.IdlePause = TimeSpan.FromMilliseconds(5))
            .AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), configure: SourceHost.InHaste));
        host.Queue.Send("a");

        await host.StartAsync();

        Assert.Equal(2, await indexed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(["default", "source"], host.Services.GetServices<WorkerStatus>().Select(static status => status.Name.Length > 0 ? status.Name : "default"));
    }

    [Fact]
    public async Task Host_Stops_GivesBackWhatIsNotDone()
    {
        var mapping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = new SourceHost((_, services) => services
            .AddSingleton(mapping)
            .AddHevlayerWorkers().AddSource<Update, QueueModel, EndlessMapper>(static update => update.Id!, configure: static options =>
            {
                SourceHost.InHaste(options);
                options.Shutdown.DrainTime = TimeSpan.FromMilliseconds(10);
            }));
        host.Queue.Send("a");
        await host.StartAsync();
        await mapping.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await host.StopAsync();

        Assert.Equal(["a"], host.Queue.Visible);
        Assert.Equal(WorkerState.Stopped, host.Status.State);
    }

    private static SourceHost Hasty(Action<Hevlayer.Local.LocalGatewayOptions>? gateway = null) => new(
        static (_, services) => services
            .AddSingleton<ITextChunker, BarChunker>()
            .AddHevlayerWorkers().AddSource<Update, QueueModel>(static update => update.Id!, static update => SourceDocument.OfText(update.Text), configure: SourceHost.InHaste),
        gateway);

    private sealed class ScopeMark
    {
        public string Text { get; } = Guid.NewGuid().ToString("N");
    }

    private sealed class MarkingMapper(ScopeMark mark) : IDocumentMapper<Update>
    {
        public Task<SourceDocument?> MapAsync(SourceMessage<Update> message, CancellationToken cancellationToken) =>
            Task.FromResult<SourceDocument?>(SourceDocument.OfText(mark.Text));
    }

    private sealed class EndlessMapper(TaskCompletionSource mapping) : IDocumentMapper<Update>
    {
        public async Task<SourceDocument?> MapAsync(SourceMessage<Update> message, CancellationToken cancellationToken)
        {
            mapping.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null;
        }
    }

    private sealed class CountingHandler(TaskCompletionSource<int> indexed) : IDocumentHandler
    {
        public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
        {
            indexed.TrySetResult(document.Chunks.Count);
            return Task.FromResult(DocumentOutcome.MoveTo(DocumentStage.Indexed));
        }
    }
}
