namespace Hevlayer.Workers;

/// <summary>One index and what its queries are embedded with. It stays the same whatever is switched over meanwhile: pages of one query come from one index.</summary>
public sealed class OpenIndex
{
    internal OpenIndex(NamespaceClient rows, IndexEmbedder embedder)
    {
        Namespace = rows;
        Embedder = embedder;
    }

    /// <summary>The namespace with the rows.</summary>
    public NamespaceClient Namespace { get; }

    /// <summary>What its queries are embedded with.</summary>
    public IndexEmbedder Embedder { get; }

    /// <summary>Embeds a query text.</summary>
    /// <param name="text">The text, without prefix.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public async Task<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var made = await Embedder.Generator.GenerateAsync([Embedder.QueryPrefix + text], cancellationToken: cancellationToken);
        return made[0].Vector;
    }

    /// <summary>
    /// Embeds a text and asks for the rows nearest to it.
    /// Route: <c>POST /v2/namespaces/{namespace}/query</c>.
    /// </summary>
    /// <param name="text">The text, without prefix.</param>
    /// <param name="request">All else of the query; null for the nearest rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="HevlayerException">The call failed.</exception>
    public async Task<QueryResponse> QueryAsync(string text, QueryRequest? request = null, CancellationToken cancellationToken = default)
    {
        var vector = await EmbedAsync(text, cancellationToken);
        return await Namespace.QueryAsync((request ?? new()) with { Vector = vector }, cancellationToken: cancellationToken);
    }
}
