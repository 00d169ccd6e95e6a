namespace Hevlayer.Tests.Handles;

internal static partial class HelperCases
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 14, 0, 0, TimeSpan.FromHours(2));

    private static Dictionary<string, HelperCase> Lists => new()
    {
        ["searches"] = new("listSearchHistory", "GET /v2/namespaces/a%2Fb/search-history", null, client => Space(client).ListSearchHistory().AllAsync()),
        ["searches with filter"] = new(
            "listSearchHistory",
            "GET /v2/namespaces/a%2Fb/search-history?tag=a%2Cb&from=2026-01-02T12%3A00%3A00Z&to=2026-01-02T13%3A00%3A00Z&limit=5",
            null,
            client => Space(client).ListSearchHistory(new() { Tags = ["b ", "a", "b"], From = Noon, To = Noon.AddHours(1), PageSize = 5 }).AllAsync()),
        ["clicks"] = new(
            "listClickstream",
            "GET /v2/namespaces/a%2Fb/clickstream?trace_id=t&tag=a",
            null,
            client => Space(client).ListClickstream(new() { Tags = ["a"] }, "t").AllAsync()),
        ["checkpoints"] = new("listCheckpoints", "GET /v2/namespaces/a%2Fb/checkpoints?limit=2", null, client => Space(client).ListCheckpoints(2).AllAsync()),
        ["namespaces"] = new("listNamespaces", "GET /v2/namespaces?prefix=p%26&page_size=7", null, client => client.ListNamespaces("p&", 7).AllAsync()),
        ["snapshot activity"] = new(
            "listSnapshotActivity",
            "GET /v2/activity/snapshots?since=1767355200000&limit=4&namespace=n",
            null,
            client => client.ListSnapshotActivity(Noon, "n", 4).AllAsync()),
    };

    private static Dictionary<string, HelperCase> Flat => new()
    {
        ["federated query"] = new(
            "query",
            "POST /v2/query",
            """{"vector":[1,0.5],"namespaces":["*"],"strict":false}""",
            client => client.QueryFederatedAsync(new FederatedQueryRequest { Vector = Vector, Namespaces = ["*"], Strict = false }, Search)) { SearchHeaders = QueryHeaders },
        ["agent"] = new(
            "queryAgent",
            "POST /v2/agents/shop%20guide/query",
            """{"query":"what now","top_k":0}""",
            client => client.QueryAgentAsync("shop guide", new() { Query = "what now", TopK = 0 })),
    };
}
