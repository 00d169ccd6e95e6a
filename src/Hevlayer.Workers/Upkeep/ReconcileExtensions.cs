namespace Hevlayer.Workers;

/// <summary>Finds documents whose rows are not what they should be.</summary>
public static class ReconcileExtensions
{
    /// <summary>
    /// Compares the rows of documents with what their chunks say, and puts those that differ back, so that a worker mends
    /// them: it embeds what is missing and deletes what is left over. What was written in the last moments may look as if it
    /// differed; then the worker finds nothing to do.
    /// Routes: <c>GET /v2/pipelines</c>, <c>GET /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>,
    /// <c>POST /v2/namespaces/{namespace}/query</c>, <c>POST /v2/namespaces/{namespace}/documents</c>,
    /// <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline; its worker gives rows ids <see cref="RowIds.ByContent"/>.</param>
    /// <param name="documents">Ids of the documents.</param>
    /// <param name="options">How they are compared; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the calls; what was put back by then stays so.</param>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public static async Task<ReconcileReport> ReconcileAsync(this IHevlayerClient layer, string pipelineId, IEnumerable<string> documents, ReconcileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(documents);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Stage, "options.Stage");
        if (options.Embedding.RowIds != RowIds.ByContent)
        {
            throw new ArgumentException("Rows under the ids of chunks do not tell what they were made from; they are only right after they were written again.", nameof(options));
        }

        var pipeline = await new TargetNamespace(layer, pipelineId).GetAsync(cancellationToken);
        var reconciliation = new Reconciliation(layer, pipeline, options);
        var report = new ReconcileReport();
        foreach (var batch in documents.Distinct(StringComparer.Ordinal).Chunk(options.BatchSize))
        {
            report = await reconciliation.AddAsync(report, batch, cancellationToken);
        }

        return report;
    }
}
