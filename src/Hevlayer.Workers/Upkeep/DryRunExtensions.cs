namespace Hevlayer.Workers;

/// <summary>Tells what a run would cost before it is paid.</summary>
public static class DryRunExtensions
{
    /// <summary>
    /// Compares the rows that documents should have with those that they have, and tells what an embedding worker would embed
    /// and write if the documents were staged as they are given here. Nothing is staged, embedded or written. What was written
    /// in the last moments may look as if it were missing in the list of what would be deleted.
    /// Routes: <c>GET /v2/pipelines</c>, <c>POST /v2/namespaces/{namespace}/query</c>,
    /// <c>POST /v2/namespaces/{namespace}/documents</c>.
    /// </summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="documents">The id of each document, once, and its chunks; read a batch at a time.</param>
    /// <param name="options">How the run is reckoned; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    /// <exception cref="HevlayerException">A call failed, or there is no such pipeline.</exception>
    public static async Task<RunEstimate> DryRunAsync(this IHevlayerClient layer, string pipelineId, IAsyncEnumerable<(string DocumentId, IReadOnlyList<Chunk> Chunks)> documents, DryRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(documents);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        ArgumentOutOfRangeException.ThrowIfNegative(options.PricePerMillionTokens ?? 0, "options.PricePerMillionTokens");

        var pipeline = await new TargetNamespace(layer, pipelineId).GetAsync(cancellationToken);
        var reckoning = new Reckoning(layer, pipeline.TargetNamespace, options);
        var estimate = new RunEstimate { Price = options.PricePerMillionTokens is null ? null : 0 };
        await foreach (var batch in documents.Chunk(options.BatchSize).WithCancellation(cancellationToken))
        {
            // Of a document that comes twice, the worker sees what was staged last.
            var last = batch.GroupBy(static document => document.DocumentId, StringComparer.Ordinal).Select(static same => same.Last()).ToList();
            estimate = await reckoning.AddAsync(estimate, last, cancellationToken);
        }

        return estimate;
    }
}
