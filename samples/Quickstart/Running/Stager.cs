namespace Hevlayer.Quickstart;

/// <summary>Stages the documents of a source, a bounded number of files at a time.</summary>
internal sealed class Stager(HevlayerClient layer, Session session)
{
    // The gateway may cache its status; while staging, the display alone needs it.
    private static readonly TimeSpan StatusPause = TimeSpan.FromSeconds(1);

    private readonly DocumentReader _reader = new(new TextChunker(), session.Skipped);

    /// <summary>Stages everything.</summary>
    /// <param name="source">Where the texts come from.</param>
    /// <param name="cancellationToken">Stops the staging.</param>
    /// <returns>Number of documents staged.</returns>
    /// <exception cref="Failure">There was no text.</exception>
    public async Task<long> StageAsync(TextSource source, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchQueueAsync(ended.Token);
        try
        {
            await Parallel.ForEachAsync(
                FolderWalk.Files(source, session.Skipped),
                new ParallelOptions { MaxDegreeOfParallelism = session.Options.Concurrency, CancellationToken = cancellationToken },
                StageFileAsync);
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }

        session.Progress.StagingEnded();
        var staged = session.Progress.Read().Staged;
        return staged > 0 ? staged : throw session.Skipped.NothingLeft(source.Root);
    }

    private async ValueTask StageFileAsync(TextFile file, CancellationToken cancellationToken)
    {
        var any = false;
        await foreach (var document in _reader.ReadAsync(file, cancellationToken))
        {
            // The same call stages a document again, whatever became of it in an earlier run.
            await layer.PutChunksAsync(session.Options.Pipeline, document.Id, document.Chunks, cancellationToken);
            session.Progress.DocumentStaged(document.Chunks.Count);
            any = true;
        }

        if (any)
        {
            session.Progress.FileRead();
        }
    }

    private async Task WatchQueueAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(StatusPause, session.Clock, cancellationToken);
                var status = await layer.GetPipelineStatusAsync(session.Options.Pipeline, cancellationToken);
                session.Progress.Report(QueueFigures.Of(status));
            }
            catch (Exception exception) when (exception is HevlayerException or OperationCanceledException)
            {
                // It only feeds the display; what is really wrong, staging runs into as well.
            }
        }
    }
}
