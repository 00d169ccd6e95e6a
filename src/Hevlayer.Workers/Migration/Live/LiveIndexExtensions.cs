namespace Hevlayer.Workers;

/// <summary>Asks the index of a pipeline that is live.</summary>
public static class LiveIndexExtensions
{
    /// <summary>The live index of a pipeline. While a migration is under way an app brings both embedders; each query uses the one that made the index that answers it.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="pipelineId">The pipeline that was there first; its index keeps that name through all migrations.</param>
    /// <param name="embedders">What the app can embed with, at least one.</param>
    /// <param name="options">How the index is found; null for the defaults.</param>
    /// <exception cref="ArgumentException">The id is empty, or there is no embedder.</exception>
    public static LiveIndex LiveIndex(this IHevlayerClient layer, string pipelineId, IReadOnlyList<IndexEmbedder> embedders, LiveIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentException.ThrowIfNullOrWhiteSpace(pipelineId);
        ArgumentNullException.ThrowIfNull(embedders);
        ArgumentOutOfRangeException.ThrowIfZero(embedders.Count, nameof(embedders));
        options ??= new();
        return new(layer, new IndexCards(layer, pipelineId, options.CardNamespace), [.. embedders], options);
    }
}
