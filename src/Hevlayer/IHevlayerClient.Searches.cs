namespace Hevlayer;

public partial interface IHevlayerClient
{
    /// <summary>
    /// Searches several namespaces at once. A namespace that does not answer does not fail the call unless the request is
    /// strict: check <see cref="FederatedQueryResponse.IsPartial"/>. Calls <c>POST /v2/query</c>.
    /// </summary>
    /// <param name="request">Exactly one of vector, nearest_to_id and rank_by; at most 512 namespaces, none for all that the key may read.</param>
    /// <param name="search">What the search history keeps of the query; null for nothing but the trace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">None or several of the three are set, too many namespaces, or the search context is not allowed.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    Task<FederatedQueryResponse> QueryFederatedAsync(FederatedQueryRequest request, SearchContext? search = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks an agent, which may search several times before it answers. The call waits longer than the agent's budget, and
    /// is not retried once the agent has run. Calls <c>POST /v2/agents/{name}/query</c>.
    /// </summary>
    /// <param name="agent">Name of the agent.</param>
    /// <param name="request">The question.</param>
    /// <param name="budget">Time the agent may take, at most one day; null for 60 seconds, the default of agents.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The name or the question is empty, or the budget is not more than zero or longer than one day.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    Task<AgentQueryResponse> QueryAgentAsync(string agent, AgentQueryRequest request, TimeSpan? budget = null, CancellationToken cancellationToken = default);

    /// <summary>The namespaces of the gateway. Calls <c>GET /v2/namespaces</c>.</summary>
    /// <param name="prefix">Only names that begin with this; null for all.</param>
    /// <param name="pageSize">Namespaces for each call, from 1 to 1,000; null for 100.</param>
    /// <exception cref="ArgumentException">The page size is out of range.</exception>
    CursorList<NamespaceListEntry> ListNamespaces(string? prefix = null, int? pageSize = null);

    /// <summary>Snapshots as they were written, across namespaces. Calls <c>GET /v2/activity/snapshots</c>.</summary>
    /// <param name="since">Only snapshots after this time; null for all.</param>
    /// <param name="namespaceName">Only snapshots of this namespace; null for all.</param>
    /// <param name="pageSize">Events for each call; null for the gateway's own number.</param>
    /// <exception cref="ArgumentException">The page size is not more than zero.</exception>
    CursorList<SnapshotActivityEvent> ListSnapshotActivity(DateTimeOffset? since = null, string? namespaceName = null, int? pageSize = null);
}
