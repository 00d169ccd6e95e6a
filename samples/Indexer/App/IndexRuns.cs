using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Hevlayer.Indexer;

/// <summary>The index runs of this process. They go on when their callers go away, and end with the process.</summary>
internal sealed partial class IndexRuns(IHevlayerClient layer, DocumentQueue queue, IOptions<IndexRunOptions> options, IHostApplicationLifetime lifetime, ILogger<IndexRuns> log, TimeProvider? clock = null) : IHostedService
{
    private readonly ConcurrentDictionary<string, RunningIndex> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _ended = new();

    public RunningIndex? Find(string id) => _runs.GetValueOrDefault(id);

    public IEnumerable<IndexRunView> All => _runs.Values.Select(static run => run.View);

    public RunningIndex Start(IReadOnlyList<ProductUpdate> documents)
    {
        var run = new RunningIndex(new IndexRunView(Guid.NewGuid().ToString("N"), "queued", documents.Count));
        _runs[run.View.Id] = run;

        // Not the token of this service: the server, which ends before it, waits for callers who wait for runs.
        _ = RunAsync(run, documents, lifetime.ApplicationStopping);
        return run;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_runs.Values.Select(static run => run.Ended)).WaitAsync(cancellationToken);

    private async Task RunAsync(RunningIndex run, IReadOnlyList<ProductUpdate> documents, CancellationToken cancellationToken)
    {
        try
        {
            var index = await IndexAsync(run, documents, cancellationToken);
            run.Change(view => view with { State = "done", Snapshot = index.Snapshot?.Sha });
        }
        catch (Exception exception)
        {
            // Whatever it is, those who wait must learn of it.
            LogFailure(log, run.View.Id, exception);
            run.Change(view => view with { State = "failed", Error = cancellationToken.IsCancellationRequested ? "The application is shutting down." : exception.Message });
        }

        Forget(run.View.Id);
    }

    private async Task<IndexRun> IndexAsync(RunningIndex run, IReadOnlyList<ProductUpdate> documents, CancellationToken cancellationToken)
    {
        // The pipeline is made on first use: workers that come too early wait for it.
        var settings = options.Value;
        var started = (clock ?? TimeProvider.System).GetUtcNow();
        await layer.EnsurePipelineAsync(settings.PipelineId, settings.TargetNamespace, cancellationToken: cancellationToken);
        await queue.SendAsync(documents, cancellationToken);

        // What is still in the source queue, the pipeline knows nothing of.
        run.Change(static view => view with { State = "staging" });
        await queue.WaitUntilEmptyAsync(new Progress<long>(depth => run.Change(view => view with { InQueue = depth })), cancellationToken);

        run.Change(static view => view with { State = "embedding" });
        return await layer.WaitForRunAsync(
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
