namespace Hevlayer.Workers;

/// <summary>Stages documents that have changed.</summary>
public static class StageChangedExtensions
{
    /// <summary>
    /// Stages those of the documents of which the index does not have all that they say, and nothing else. An unchanged
    /// document costs a hundredth of three calls; one that is pending, in work or failed is staged again.
    /// Routes: <c>GET /v2/pipelines</c>, <c>POST /v2/namespaces/{namespace}/query</c>,
    /// <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>, <c>POST /v2/namespaces/{namespace}/documents</c>,
    /// <c>PUT /v2/pipelines/{pipeline_id}/documents/{document_id}/chunks</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline; its worker embeds, gives rows ids <see cref="RowIds.ByContent"/> and marks what is completed.</param>
    /// <param name="documents">The documents, read as far as they are needed; of one that comes twice, the later is staged last.</param>
    /// <param name="options">How they are compared; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the calls; what was staged by then stays so.</param>
    /// <exception cref="ArgumentException">An option does not fit, an id is empty or a document has no chunks.</exception>
    /// <exception cref="DocumentRejectedException">A chunk has no text.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public static async Task<StageChangedReport> StageChangedAsync(this IHevlayerClient layer, string pipelineId, IEnumerable<StagedDocument> documents, StageChangedOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineId);
        options ??= new();
        Check(options);
        var staging = new ChangedStaging(layer, pipelineId, options);
        var report = new StageChangedReport(0, 0);
        foreach (var batch in documents.Chunk(options.BatchSize))
        {
            // Of a document that comes twice, the earlier text is nobody's any more.
            var last = batch.GroupBy(static document => document.Id, StringComparer.Ordinal).Select(static same => same.Last()).ToList();
            var staged = await staging.StageAsync(last, cancellationToken);
            report = new(report.Staged + staged, report.Unchanged + last.Count - staged);
        }

        return report;
    }

    private static void Check(StageChangedOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrentCalls, 1, "options.MaxConcurrentCalls");
        if (options.Embedding.RowIds != RowIds.ByContent)
        {
            throw new ArgumentException("Rows under the ids of chunks do not tell what they were made from.", nameof(options));
        }

        if (options is { Generator: null, Embedding.Embedder: null })
        {
            throw new ArgumentException($"What makes the vectors is not known: set {nameof(options.Generator)} or Embedding.{nameof(options.Embedding.Embedder)}.", nameof(options));
        }
    }
}
