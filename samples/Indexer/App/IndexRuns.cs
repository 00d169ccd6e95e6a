using System.Collections.Concurrent;
using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace Hevlayer.Indexer;

/// <summary>The index runs of this process. They go on when their callers go away, and end with the process.</summary>
internal sealed partial class IndexRuns(IHevlayerClient layer, DocumentQueue queue, IOptions<IndexRunOptions> options, ILogger<IndexRuns> log) : BackgroundService
{
    private readonly ConcurrentDictionary<string, RunningIndex> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _ended = new();
    private readonly CancellationTokenSource _stop = new();

    public RunningIndex? Find(string id) => _runs.GetValueOrDefault(id);

    public IEnumerable<IndexRunView> All => _runs.Values.Select(static run => run.View);

    public RunningIndex Start(IReadOnlyList<ProductUpdate> documents)
    {
        var run = new RunningIndex(new IndexRunView(Guid.NewGuid().ToString("N"), "queued", documents.Count));
        _runs[run.View.Id] = run;
        _ = RunAsync(run, documents, _stop.Token);
        return run;
    }

    public override void Dispose()
    {
        _stop.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, layer.Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stop.CancelAsync();
        await Task.WhenAll(_runs.Values.Select(static run => run.Ended));
    }

    private async Task RunAsync(RunningIndex run, IReadOnlyList<ProductUpdate> documents, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        try
        {
            // The pipeline is made on first use: workers that come too early wait for it.
            var started = layer.Clock.GetUtcNow();
            await layer.EnsurePipelineAsync(settings.PipelineId, settings.TargetNamespace, cancellationToken: cancellationToken);
            await queue.SendAsync(documents, cancellationToken);

            // What is still in the source queue, the pipeline knows nothing of.
            run.Change(static view => view with { State = "staging" });
            await queue.WaitUntilEmptyAsync(new Progress<long>(depth => run.Change(view => view with { InQueue = depth })), cancellationToken);

            run.Change(static view => view with { State = "embedding" });
            var index = await layer.WaitForRunAsync(
                settings.PipelineId,
                started,
                progress: new Progress<DrainProgress>(progress => run.Change(view => view with
                {
                    State = progress.Pending + progress.Processing == 0 ? "snapshot" : "embedding",
                    Pending = progress.Pending,
                    Processing = progress.Processing,
                    Failed = progress.Failed,
                })),
                cancellationToken: cancellationToken);
            run.Change(view => view with { State = "done", Snapshot = index.Snapshot?.Sha });
        }
        catch (Exception exception) when (exception is HevlayerException or AmazonServiceException or AmazonClientException or InvalidOperationException or OperationCanceledException)
        {
            LogFailure(log, run.View.Id, exception);
            run.Change(view => view with { State = "failed", Error = exception is OperationCanceledException ? "The application is shutting down." : exception.Message });
        }

        Forget(run.View.Id);
    }

    private void Forget(string id)
    {
        _ended.Enqueue(id);
        while (_ended.Count > options.Value.RememberedRuns && _ended.TryDequeue(out var oldest))
        {
            _runs.TryRemove(oldest, out _);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Index run {RunId} failed.")]
    private static partial void LogFailure(ILogger log, string runId, Exception exception);
}
