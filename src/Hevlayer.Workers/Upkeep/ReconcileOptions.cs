using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>How documents are compared with their rows.</summary>
public sealed class ReconcileOptions
{
    /// <summary>
    /// The embedding options of the worker that indexes the documents: what rows should be there follows from them.
    /// </summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>
    /// The generator of that worker, which is only asked what it is; needed unless <see cref="EmbeddingOptions.Embedder"/> names it.
    /// </summary>
    /// <value>Default: null.</value>
    public IEmbeddingGenerator? Generator { get; set; }

    /// <summary>Stage that documents which differ are put back to, from <c>indexed</c>.</summary>
    /// <value>Default: <c>pending</c>.</value>
    public string Stage { get; set; } = DocumentStage.Pending.Value;

    /// <summary>Documents that are compared by one call.</summary>
    /// <value>Default: 100.</value>
    public int BatchSize { get; set; } = 100;

    /// <summary>Whether nothing is put back, and the report only counts.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; set; }
}
