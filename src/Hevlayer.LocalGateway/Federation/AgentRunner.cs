namespace Hevlayer.Local;

/// <summary>Runs the searches that an agent plans, and merges what they find by turns. What only a model knows is left at zero.</summary>
internal sealed class AgentRunner(FederatedRunner runner)
{
    private const long DefaultTopK = 10;
    private const int LargestTopK = 10_000;

    public AgentQueryResponse Run(LocalGatewayAgent agent, AgentQueryRequest question)
    {
        Check.NotEmpty(question.Query, "query");
        var topK = (int)Check.Between(question.TopK ?? DefaultTopK, 1, LargestTopK, "top_k");
        var first = WithTopK(agent.First(question), topK);
        var replies = new List<FederatedQueryResponse> { Ask(first) };
        var queries = new List<FederatedQueryRequest> { first };
        if (agent.Second?.Invoke(question, replies[0]) is { } planned)
        {
            queries.Add(WithTopK(planned, topK));
            replies.Add(Ask(queries[1]));
        }

        FederatedNamespaceError[] errors = [.. replies.SelectMany(reply => reply.Errors ?? []).DistinctBy(error => error.Namespace)];
        return new AgentQueryResponse
        {
            Rows = Merge(replies, topK),
            Merge = replies[0].Merge,
            Routing = replies[^1].Routing,
            Hybrid = replies[^1].Hybrid,
            Namespaces = [.. replies.SelectMany(reply => reply.Namespaces).GroupBy(one => one.Namespace, StringComparer.Ordinal).Select(group => group.Last() with { Matched = group.Sum(one => one.Matched) })],
            Errors = errors.Length > 0 ? errors : null,
            Agent = new AgentEcho
            {
                Turns = replies.Count,
                DeadlineHit = false,
                RecallDepth = 0,
                RelevanceWeight = 0,
                Queries = [.. queries.Select(query => WireJson.Element(WireJson.Write(query)))],
            },
        };
    }

    // An agent searches with rights of its own, whatever the key of its caller reaches.
    private FederatedQueryResponse Ask(FederatedQueryRequest query) => runner.Run(query, KeyGrant.Everything).Response;

    private static FederatedQueryRequest WithTopK(FederatedQueryRequest query, int topK) => query with { TopK = query.TopK ?? topK };

    private static List<Row> Merge(IEnumerable<FederatedQueryResponse> replies, int topK)
    {
        List<Row> rows =
        [
            .. replies.SelectMany((reply, round) => reply.Rows.Select((row, rank) => (Row: row, Rank: rank, Round: round)))
                .OrderBy(found => found.Rank)
                .ThenBy(found => found.Round)
                .Select(found => found.Row)
                .DistinctBy(row => (row.Attributes.GetString(FederatedRunner.NamespaceMember), row.Id))
                .Take(topK),
        ];
        for (var place = 0; place < rows.Count; place++)
        {
            rows[place].Attributes[FederatedRunner.RankMember] = place + 1;
        }

        return rows;
    }
}
