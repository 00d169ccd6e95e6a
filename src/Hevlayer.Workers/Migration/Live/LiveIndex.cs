namespace Hevlayer.Workers;

/// <summary>
/// The index that answers the queries of a pipeline at the moment, whichever that is. A handle; nothing is kept open. Thread
/// safe.
/// </summary>
public sealed class LiveIndex
{
    private readonly IHevlayerClient _layer;
    private readonly IndexCards _cards;
    private readonly IReadOnlyList<IndexEmbedder> _embedders;
    private readonly LiveIndexOptions _options;
    private volatile SeenCard? _seen;

    internal LiveIndex(IHevlayerClient layer, IndexCards cards, IReadOnlyList<IndexEmbedder> embedders, LiveIndexOptions options) =>
        (_layer, _cards, _embedders, _options) = (layer, cards, embedders, options);

    /// <summary>
    /// Finds the index that is live and what its queries are embedded with.
    /// Routes: <c>POST /v2/namespaces/{namespace}/documents</c>; where nothing was ever migrated also
    /// <c>GET /v2/pipelines</c> and <c>POST /v2/namespaces/{namespace}/query</c>.
    /// </summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EmbedderMismatchException">The index was made with something else than the embedders of the app.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public async Task<OpenIndex> OpenAsync(CancellationToken cancellationToken = default)
    {
        var seen = _seen;
        if (seen is not null && _options.Clock.GetElapsedTime(seen.At) < _options.MaxAge && Choose(seen.Live) is { } known)
        {
            return new(_layer.Namespace(seen.Live.Namespace), known);
        }

        var at = _options.Clock.GetTimestamp();
        var live = (await _cards.ReadAsync(cancellationToken)).Live;
        _seen = new(live, at);
        return Choose(live) is { } embedder
            ? new(_layer.Namespace(live.Namespace), embedder)
            : throw new EmbedderMismatchException(live.Namespace, live.Embedder, [.. _embedders.Select(static embedder => embedder.Name)]);
    }

    /// <summary>
    /// Embeds a text and asks the live index for the rows nearest to it. For several pages of one query, keep the index that
    /// <see cref="OpenAsync"/> gives.
    /// Routes: those of <see cref="OpenAsync"/>, and <c>POST /v2/namespaces/{namespace}/query</c>.
    /// </summary>
    /// <param name="text">The text, without prefix.</param>
    /// <param name="request">All else of the query; null for the nearest rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="EmbedderMismatchException">The index was made with something else than the embedders of the app; it was not asked.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    public async Task<QueryResponse> QueryAsync(string text, QueryRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var index = await OpenAsync(cancellationToken);
        return await index.QueryAsync(text, request, cancellationToken);
    }

    // An index of which nobody knows what made it is the business of an app that has one embedder.
    private IndexEmbedder? Choose(IndexSide live) => live.Embedder is null
        ? (_embedders.Count == 1 ? _embedders[0] : null)
        : _embedders.FirstOrDefault(embedder => string.Equals(embedder.Name, live.Embedder, StringComparison.Ordinal));

    private sealed record SeenCard(IndexSide Live, long At);
}
