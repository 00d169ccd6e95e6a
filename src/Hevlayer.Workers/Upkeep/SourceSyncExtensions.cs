using System.Globalization;

namespace Hevlayer.Workers;

/// <summary>Deletes what a source does not have any more.</summary>
public static class SourceSyncExtensions
{
    /// <summary>
    /// Deletes the documents that have rows in the index and are not among those that exist, as
    /// <see cref="DocumentDeletionExtensions.DeleteDocumentAsync"/> does. What was indexed in the last moments may not be
    /// listed yet, and stays until the next time.
    /// Routes: <c>GET /v2/pipelines</c>, <c>POST /v2/namespaces/{namespace}/query</c>,
    /// <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="existing">Ids of all documents that the source has.</param>
    /// <param name="options">What may be deleted; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the calls; what was deleted by then stays deleted.</param>
    /// <exception cref="SourceSyncRefusedException">
    /// Too many documents would go, or another pipeline writes to the same namespace and no prefix tells its documents apart.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public static async Task<SourceSyncReport> SyncSourceAsync(this IHevlayerClient layer, string pipelineId, IEnumerable<string> existing, SourceSyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(existing);
        options ??= new();
        if (options.MaxDeletedShare is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxDeletedShare, $"{nameof(options.MaxDeletedShare)} must be from 0 to 1.");
        }

        var name = await FindNamespaceAsync(layer, pipelineId, options, cancellationToken);
        var report = await CompareAsync(layer, name, existing.ToHashSet(StringComparer.Ordinal), options.DocumentIdPrefix ?? "", cancellationToken);
        if (options.DryRun)
        {
            return report;
        }

        if (report.Vanished.Count > report.Known * options.MaxDeletedShare)
        {
            throw new SourceSyncRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"The source lacks {report.Vanished.Count} of {report.Known} documents, more than the share of {options.MaxDeletedShare} that may be deleted ({nameof(options.MaxDeletedShare)}); nothing was deleted."),
                report);
        }

        foreach (var id in report.Vanished)
        {
            await layer.DeleteDocumentAsync(pipelineId, id, cancellationToken);
        }

        return report;
    }

    private static async Task<string> FindNamespaceAsync(IHevlayerClient layer, string pipelineId, SourceSyncOptions options, CancellationToken cancellationToken)
    {
        var pipeline = await new TargetNamespace(layer, pipelineId).GetAsync(cancellationToken);
        var all = await layer.Api.ListPipelinesAsync(cancellationToken: cancellationToken);
        var other = all.Pipelines.FirstOrDefault(other => other.Id != pipeline.Id && other.TargetNamespace == pipeline.TargetNamespace);
        return other is null || options.DocumentIdPrefix is { Length: > 0 }
            ? pipeline.TargetNamespace
            : throw new SourceSyncRefusedException(
                $"The pipeline '{other.Id}' writes to the namespace '{pipeline.TargetNamespace}', too, and its documents would be deleted; set {nameof(options.DocumentIdPrefix)}, or give each pipeline a namespace of its own.");
    }

    private static async Task<SourceSyncReport> CompareAsync(IHevlayerClient layer, string name, HashSet<string> existing, string prefix, CancellationToken cancellationToken)
    {
        var known = 0L;
        var vanished = new List<string>();
        await foreach (var id in IndexedDocuments.ListAsync(layer, name, cancellationToken))
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal))
            {
                known++;
                if (!existing.Contains(id))
                {
                    vanished.Add(id);
                }
            }
        }

        return new(known, vanished);
    }
}
