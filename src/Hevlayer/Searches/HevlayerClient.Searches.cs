namespace Hevlayer;

public sealed partial class HevlayerClient
{
    private static readonly TimeSpan AgentBudget = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AgentMargin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestAgentBudget = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public Task<FederatedQueryResponse> QueryFederatedAsync(FederatedQueryRequest request, SearchContext? search = null, CancellationToken cancellationToken = default)
    {
        QueryRules.Check(request, nameof(request));
        var headers = SearchHeaders.From(search);
        return Api.QueryAsync(request, headers.QueryText, headers.Tags, headers.TraceParent, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<AgentQueryResponse> QueryAgentAsync(string agent, AgentQueryRequest request, TimeSpan? budget = null, CancellationToken cancellationToken = default)
    {
        Require.Id(agent);
        ArgumentNullException.ThrowIfNull(request);
        Require.Id(request.Query, "request.Query");
        Require.Positive(budget, nameof(budget));
        Require.AtMost(budget, LongestAgentBudget, nameof(budget));
        var time = (budget ?? AgentBudget) + AgentMargin;
        var options = (_scope.Call ?? new()) with
        {
            AttemptTimeout = _scope.Call?.AttemptTimeout ?? time,
            TotalTimeout = _scope.Call?.TotalTimeout ?? (time > _scope.TotalTimeout ? time : _scope.TotalTimeout),
        };
        return Api.QueryAgentAsync(agent, request, options, cancellationToken);
    }

    /// <inheritdoc />
    public CursorList<NamespaceListEntry> ListNamespaces(string? prefix = null, int? pageSize = null)
    {
        Require.InRange(pageSize, GatewayLimits.ListNamespaces.MinPageSize, GatewayLimits.ListNamespaces.MaxPageSize, nameof(pageSize));
        return new(async (cursor, token) =>
        {
            var page = await Api.ListNamespacesAsync(prefix, cursor, pageSize, options: _scope.Call, cancellationToken: token).ConfigureAwait(false);
            return new(page.Namespaces, page.NextCursor);
        });
    }

    /// <inheritdoc />
    public CursorList<SnapshotActivityEvent> ListSnapshotActivity(DateTimeOffset? since = null, string? namespaceName = null, int? pageSize = null)
    {
        Require.Positive(pageSize, nameof(pageSize));
        return new(async (cursor, token) =>
        {
            var page = await Api.ListSnapshotActivityAsync(since?.ToUnixTimeMilliseconds(), pageSize, namespaceName, cursor, options: _scope.Call, cancellationToken: token).ConfigureAwait(false);
            return new(page.Events, page.NextCursor);
        });
    }
}
