using Microsoft.Extensions.AI;

namespace Hevlayer.Workers;

/// <summary>What an app can embed its queries with.</summary>
/// <param name="generator">The generator of the worker that filled the index, or its twin for queries.</param>
public sealed class IndexEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator)
{
    /// <summary>The generator.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Generator { get; } = generator ?? throw new ArgumentNullException(nameof(generator));

    /// <summary>
    /// The embedding options of the worker that fills the index: its <see cref="EmbeddingOptions.Embedder"/> and
    /// <see cref="EmbeddingOptions.Prefix"/> are part of what the index says of itself.
    /// </summary>
    /// <value>Default: those of a worker that sets none.</value>
    public EmbeddingOptions Embedding { get; init; } = new();

    /// <summary>What stands before a query when it is embedded, such as <c>query: </c>.</summary>
    /// <value>Default: empty.</value>
    public string QueryPrefix { get; init; } = "";

    /// <summary>What the rows of an index say that was made with it: name, dimension, and the prefix of its texts where there is one.</summary>
    public string Name => EmbedderId.WithPrefix(EmbedderId.Of(Generator, Embedding), Embedding);
}
