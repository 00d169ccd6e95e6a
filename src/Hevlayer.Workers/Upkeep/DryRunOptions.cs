using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>How a run is reckoned before anything is paid.</summary>
public sealed class DryRunOptions
{
    /// <summary>
    /// The embedding options of the worker that will index the documents: which rows should be there, and how many tokens a text
    /// has (<see cref="EmbeddingOptions.CountTokens"/>, else one for four bytes of UTF-8), follows from them.
    /// </summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; set; } = new();

    /// <summary>The generator of that worker, which is only asked what it is; needed unless <see cref="EmbeddingOptions.Embedder"/> names it.</summary>
    /// <value>Default: null.</value>
    public IEmbeddingGenerator? Generator { get; set; }

    /// <summary>What the provider takes for a million tokens, in any currency.</summary>
    /// <value>Default: null, not known; then the estimate has no price.</value>
    public decimal? PricePerMillionTokens { get; set; }

    /// <summary>Documents whose rows are looked for by one call.</summary>
    /// <value>Default: 100.</value>
    public int BatchSize { get; set; } = 100;
}
