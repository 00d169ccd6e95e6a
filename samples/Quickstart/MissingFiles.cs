using Hevlayer.Workers;

namespace Hevlayer.Quickstart;

/// <summary>Has what comes from files that are no longer there deleted.</summary>
internal static class MissingFiles
{
    /// <summary>Stages that the documents of missing files are deleted; the worker removes their rows.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="options">What the run is asked to do.</param>
    /// <param name="progress">Which documents there are.</param>
    /// <param name="skipped">Hears of documents that stay.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public static async Task DeleteAsync(IHevlayerClient layer, QuickstartOptions options, RunProgress progress, SkippedFiles skipped, CancellationToken cancellationToken)
    {
        if (skipped.UnreadableCount > 0)
        {
            // What could not be read may well be there.
            return;
        }

        try
        {
            var report = await layer.SyncSourceAsync(options.Pipeline, progress.Documents, new() { MaxDeletedShare = options.MaxDeleted }, cancellationToken);
            progress.DocumentsRemoved(report.Vanished.Count);
        }
        catch (SourceSyncRefusedException refusal)
        {
            skipped.Note($"Passages of missing files stay. {refusal.Message} See --max-deleted.");
        }
    }
}
