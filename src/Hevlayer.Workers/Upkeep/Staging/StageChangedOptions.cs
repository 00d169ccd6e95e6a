using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>How documents are compared with the index before they are staged.</summary>
public sealed class StageChangedOptions
{
    /// <summary>
    /// The embedding options of the worker that indexes the documents. It must set
    /// <see cref="EmbeddingOptions.MarkCompleted"/>: without marks, every document is staged.
    /// </summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>The generator of that worker, which is only asked what it is; needed unless <see cref="EmbeddingOptions.Embedder"/> names it.</summary>
    /// <value>Default: null.</value>
    public IEmbeddingGenerator? Generator { get; set; }

    /// <summary>Documents that are compared together, by three calls; rows are asked for 500 a call.</summary>
    /// <value>Default: 100.</value>
    public int BatchSize { get; set; } = 100;

    /// <summary>Documents that are staged at one time.</summary>
    /// <value>Default: 8.</value>
    public int MaxConcurrentCalls { get; set; } = 8;
}
