namespace Hevlayer.Workers;

/// <summary>Deletes documents of a pipeline.</summary>
public static class DocumentDeletionExtensions
{
    /// <summary>
    /// Stages that a document is deleted. The worker that claims it removes all of its rows; it is then <c>indexed</c>, with
    /// none. To stage its content again brings it back.
    /// Route: <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline; its workers write rows with <see cref="RowRoute.Guarded"/>.</param>
    /// <param name="documentId">The document; one that is not there does no harm.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="HevlayerException">The call failed.</exception>
    public static async Task DeleteDocumentAsync(this IHevlayerClient layer, string pipelineId, string documentId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrWhiteSpace(documentId);
        await layer.PutChunksAsync(pipelineId, documentId, Deletion.ChunksOf(documentId), cancellationToken);
    }
}
