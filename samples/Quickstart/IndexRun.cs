using System.Globalization;
using Hevlayer.Local;
using Hevlayer.Workers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hevlayer.Quickstart;

/// <summary>One run: stage texts while a hosted worker embeds and indexes them, wait until all is indexed, ask.</summary>
internal sealed class IndexRun : IAsyncDisposable
{
    private readonly QuickstartOptions _options;
    private readonly LocalGateway? _local;
    private readonly IHost _host;
    private readonly HevlayerClient _layer;
    private readonly SkippedFiles _skipped;
    private readonly RunProgress _progress;
    private readonly RunDisplay _display;
    private readonly DateTimeOffset _started;
    private PipelineStatus? _status;

    private IndexRun(QuickstartOptions options, Surroundings surroundings, LocalGateway? local)
    {
        (_options, _local, _started) = (options, local, surroundings.Clock.GetUtcNow());
        _host = IndexingHost.Build(options, options.Gateway ?? local!.BaseAddress, surroundings);
        _layer = _host.Services.GetRequiredService<HevlayerClient>();
        _skipped = new(surroundings.Error);
        _progress = new(_host.Services.GetRequiredService<WorkerStatus>());
        _display = new(surroundings, _progress);
    }

    /// <summary>Finds or starts a gateway, makes the pipeline there, and has the worker claim from it.</summary>
    /// <param name="options">What the run is asked to do.</param>
    /// <param name="surroundings">What the process gives.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<IndexRun> StartAsync(QuickstartOptions options, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var local = options.Gateway is null ? await LocalGateway.StartAsync(new() { StatusCacheTime = TimeSpan.Zero }, cancellationToken) : null;
        var run = new IndexRun(options, surroundings, local);
        try
        {
            // The queue, and the namespace that its vectors go to.
            await run._layer.EnsurePipelineAsync(options.Pipeline, options.Namespace, DistanceMetric.CosineDistance, cancellationToken);
            await run._host.StartAsync(cancellationToken);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stages a folder, while the worker already embeds the first of its files, and waits until everything is indexed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="Failure">There was no text.</exception>
    public async Task IndexAsync(TextFolder folder, CancellationToken cancellationToken)
    {
        _status = await _display.WhileAsync(async () =>
        {
            await StageAsync(folder, cancellationToken);
            await MissingFiles.DeleteAsync(_layer, _options, _progress, _skipped, cancellationToken);
            return await WaitAsync(cancellationToken);
        });
        _skipped.Flush();
        _display.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Staged {_progress.Passages:N0} passages in {_progress.Staged:N0} documents of {_progress.Files:N0} files. Pipeline '{_options.Pipeline}' is drained: {_status.Counts.GetValueOrDefault(DocumentStage.Indexed.Value):N0} documents indexed, {_status.FailedCount:N0} failed."));
        _display.Line(_progress.Summary);
        _display.Line(_progress.Worker.Report().ToTable());
    }

    /// <summary>Asks the question and shows the nearest passages.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var embedder = _host.Services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        var vector = await embedder.GenerateVectorAsync(_options.Query, cancellationToken: cancellationToken);
        var answer = await _layer.Namespace(_options.Namespace).QueryAsync(
            new() { Vector = vector, TopK = _options.Top, IncludeAttributes = new[] { Passage.TextAttribute, Passage.PathAttribute } },
            cancellationToken: cancellationToken);
        _display.Answer(_options.Query, Passage.From(answer.Rows));
    }

    /// <summary>Ends a run that answered its question, but not from everything it was given.</summary>
    /// <exception cref="Failure">Documents failed, or files could not be read.</exception>
    public void ThrowIfIncomplete()
    {
        if (_status is { FailedCount: > 0 and var failed })
        {
            var reason = _progress.Worker.RecentFailures is [var first, ..] ? $" The first: '{first.DocumentId}': {first.Reason}" : string.Empty;
            throw new Failure(ExitCode.Failed, $"{failed} documents of pipeline '{_options.Pipeline}' are failed.{reason} Run again to stage them again.");
        }

        if (_skipped.UnreadableCount > 0)
        {
            throw new Failure(ExitCode.BadInput, $"{_skipped.UnreadableCount} files or folders could not be read; everything else is indexed. Check their permissions and run again.");
        }
    }

    /// <summary>Stops the worker, which finishes or releases what it holds, and then the rest.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        await (_local?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task StageAsync(TextFolder folder, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            folder.Files(_skipped),
            new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancellationToken },
            async (file, stopped) =>
            {
                var documents = 0;
                await foreach (var document in DocumentReader.ReadAsync(file, _skipped, stopped))
                {
                    // The same call stages a document again, whatever became of it in an earlier run.
                    await _layer.PutChunksAsync(_options.Pipeline, document.Id, document.Chunks, stopped);
                    _progress.DocumentStaged(document.Id, document.Chunks.Count, isNewFile: documents++ == 0);
                }
            });
        if (_progress.Staged == 0)
        {
            throw _skipped.NothingLeft(folder.Root);
        }
    }

    private async Task<PipelineStatus> WaitAsync(CancellationToken cancellationToken)
    {
        await _layer.WaitForDrainAsync(_options.Pipeline, new() { MinimumDocuments = _progress.Staged }, _progress, cancellationToken);

        // The queue is known to be drained: it is not waited for twice. And where nothing was written, there is no write to wait for.
        var wait = new RunOptions
        {
            Drain = new() { MinimumDocuments = _progress.Staged, StatusCacheTime = TimeSpan.Zero },
            Snapshot = new() { Timeout = _options.SnapshotWait },
            WriteGrace = _progress.IsWithoutWrites ? TimeSpan.Zero : new RunOptions().WriteGrace,
        };
        try
        {
            return (await _layer.WaitForRunAsync(_options.Pipeline, _started, wait, _progress, cancellationToken)).Status;
        }
        catch (HevlayerTimeoutException timeout) when (timeout.Route is null)
        {
            // Everything is indexed, only the snapshot is late: a query works without it.
            _skipped.Note($"No snapshot of namespace '{_options.Namespace}' after {_options.SnapshotWait.TotalSeconds:0} s: the newest rows may still be missing below.");
            return await _layer.GetPipelineStatusAsync(_options.Pipeline, cancellationToken);
        }
    }
}
