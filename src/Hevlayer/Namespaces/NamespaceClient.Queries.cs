namespace Hevlayer;

public sealed partial class NamespaceClient
{
    /// <summary>Finds rows by vector, by the vector of other rows, or by rank. Calls <c>POST /v2/namespaces/{namespace}/query</c>.</summary>
    /// <param name="request">Exactly one of vector, nearest_to_id and rank_by; <see cref="QueryRequest.TopK"/> is 10 when not set.</param>
    /// <param name="search">What the search history keeps of the query; null for nothing but the trace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The rows; when <see cref="QueryResponse.Deferral"/> is set, nothing was searched yet.</returns>
    /// <exception cref="ArgumentException">None or several of the three are set, the vector has a component that is not finite, TopK is not more than zero, or the search context is not allowed.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public Task<QueryResponse> QueryAsync(QueryRequest request, SearchContext? search = null, CancellationToken cancellationToken = default)
    {
        QueryRules.Check(request, nameof(request));
        var headers = SearchHeaders.From(search);
        return _scope.Api.QueryNamespaceAsync(Name, request, headers.QueryText, headers.Tags, headers.TraceParent, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>Runs several queries in one call. Calls <c>POST /v2/namespaces/{namespace}/query</c>.</summary>
    /// <param name="request">2 to 16 queries in the vector store's own form.</param>
    /// <param name="search">What the search history keeps of the queries; null for nothing but the trace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One result for each query, in order.</returns>
    /// <exception cref="ArgumentException">Fewer than 2 or more than 16 queries, one that cannot be part of a batch, or the search context is not allowed.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    public Task<BatchQueryResponse> BatchQueryAsync(BatchQueryRequest request, SearchContext? search = null, CancellationToken cancellationToken = default)
    {
        BatchQueryRules.Check(request, nameof(request));
        var headers = SearchHeaders.From(search);
        return _scope.Api.BatchQueryNamespaceAsync(Name, request, headers.QueryText, headers.Tags, headers.TraceParent, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>Fetches one document. Calls <c>GET /v2/namespaces/{namespace}/documents/{doc_id}</c>.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="includeAttributes">Names of the attributes to return; null for all.</param>
    /// <param name="search">Tags and trace of the click that the fetch records; null for the current trace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The id is empty, or the search context is not allowed.</exception>
    /// <exception cref="HevlayerException">The call failed, with status 404 when there is no such document; it needs the scope read.</exception>
    public Task<Document> FetchAsync(string id, IReadOnlyList<string>? includeAttributes = null, SearchContext? search = null, CancellationToken cancellationToken = default)
    {
        var headers = SearchHeaders.From(search);
        return _scope.Api.FetchDocumentAsync(Name, Require.Id(id), includeAttributes, headers.Tags, headers.TraceParent, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <summary>Fetches several documents, in the order asked for; absent ones are named. Calls <c>POST /v2/namespaces/{namespace}/documents</c>.</summary>
    /// <param name="ids">At least one id.</param>
    /// <param name="includeAttributes">Names of the attributes to return; null for all.</param>
    /// <param name="search">Tags and trace of the clicks that the fetch records; null for the current trace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">There are no ids, one is empty, or the search context is not allowed.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write, although it only reads.</exception>
    public Task<FetchDocumentsResponse> FetchManyAsync(IReadOnlyList<string> ids, IReadOnlyList<string>? includeAttributes = null, SearchContext? search = null, CancellationToken cancellationToken = default)
    {
        var headers = SearchHeaders.From(search);
        return _scope.Api.FetchDocumentsAsync(
            Name,
            new() { Ids = Require.Ids(ids), IncludeAttributes = Require.EachId(includeAttributes) },
            headers.Tags,
            headers.TraceParent,
            options: _scope.Call, cancellationToken: cancellationToken);
    }
}
