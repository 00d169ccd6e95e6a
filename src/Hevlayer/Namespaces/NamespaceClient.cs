namespace Hevlayer;

/// <summary>A handle on one namespace: queries, fetches, snapshots. It holds only the name; nothing is kept open.</summary>
public sealed class NamespaceClient
{
    private readonly IHevlayerClient _client;

    /// <summary>Makes a handle; <see cref="IHevlayerClient.Namespace"/> is the usual way to one.</summary>
    /// <param name="client">The client, or a replacement of it in a test.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public NamespaceClient(IHevlayerClient client, string name)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Name = Require.Id(name);
    }

    /// <summary>Name of the namespace.</summary>
    public string Name { get; }

    /// <summary>Finds rows by vector, by the vector of other rows, or by rank. Calls <c>POST /v2/namespaces/{namespace}/query</c>.</summary>
    /// <param name="request">Exactly one of vector, nearest_to_id and rank_by; <see cref="QueryRequest.TopK"/> is 10 when not set.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">None or several of the three are set, the vector has a component that is not finite, or TopK is not more than zero.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        QueryRules.Check(request, nameof(request));
        return _client.Api.QueryNamespaceAsync(Name, request, cancellationToken: cancellationToken);
    }

    /// <summary>Fetches one document. Calls <c>GET /v2/namespaces/{namespace}/documents/{doc_id}</c>.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="includeAttributes">Names of the attributes to return; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <exception cref="HevlayerException">The call failed, with status 404 when there is no such document; it needs the scope read.</exception>
    public Task<Document> FetchAsync(string id, IReadOnlyList<string>? includeAttributes = null, CancellationToken cancellationToken = default) =>
        _client.Api.FetchDocumentAsync(Name, Require.Id(id), includeAttributes, cancellationToken: cancellationToken);

    /// <summary>Fetches several documents, in the order asked for; absent ones are named. Calls <c>POST /v2/namespaces/{namespace}/documents</c>.</summary>
    /// <param name="ids">At least one id.</param>
    /// <param name="includeAttributes">Names of the attributes to return; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">There are no ids, or one is empty.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write, although it only reads.</exception>
    public Task<FetchDocumentsResponse> FetchManyAsync(IReadOnlyList<string> ids, IReadOnlyList<string>? includeAttributes = null, CancellationToken cancellationToken = default) =>
        _client.Api.FetchDocumentsAsync(
            Name,
            new() { Ids = Require.Ids(ids), IncludeAttributes = includeAttributes },
            cancellationToken: cancellationToken);

    /// <summary>Waits for a snapshot. See <see cref="IHevlayerClient.WaitForSnapshotAsync"/>.</summary>
    /// <param name="after">Earliest watermark, by the gateway's clock.</param>
    /// <param name="options">Pause and limit; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="HevlayerException">The call failed or the wait ran out of time.</exception>
    public Task<SnapshotHistoryEntry> WaitForSnapshotAsync(DateTimeOffset after, SnapshotWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.WaitForSnapshotAsync(Name, after, options, cancellationToken);
}
