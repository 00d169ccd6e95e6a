using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class OperationsRunTests
{
    [Fact]
    public async Task Keys_NewForOld_TheTokenIsKeptAndTheOldKeyRevoked()
    {
        await using var gateway = new SnippetGateway()
            .On("POST /v2/keys", Key("k2", "embed-workers", "Pending", ""","token":"hvl_secret" """))
            .On("GET /v2/keys", $$"""{"keys":[{{Key("k1", "old", "Active", ""","lastSeenAt":"2026-01-01T00:00:00Z" """)}},{{Key("k2", "embed-workers", "Pending")}}]}""")
            .On("POST /v2/keys/k1/revoke", Key("k1", "old", "Revoked"));
        string? kept = null;

        var lines = await gateway.RunAsync(layer => OperationsSnippets.KeysAsync(layer, KeepAsync, "k1"));

        Assert.Equal("hvl_secret", kept);
        Assert.Equal(["old: Active, last seen 2026-01-01 00:00:00Z", "embed-workers: Pending, last seen "], lines);
        Assert.NotNull(gateway.RequestTo("POST /v2/keys/k1/revoke"));
        JsonAssert.Same(
            """{"name":"embed-workers","entitlements":{"layer":{"scopes":["read","write"],"namespaces":["products"]}},"expiresAfter":"90d"}""",
            gateway.RequestTo("POST /v2/keys").Body);

        Task KeepAsync(string token)
        {
            kept = token;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Cost_OfAWeek_IsTheDearestLineFirst()
    {
        await using var gateway = new SnippetGateway()
            .On("GET /v2/cost", """
                {"as_of_ms":1767323045000,"window_seconds":604800,"totals":{"total_usd":12.5,"aws_usd":2.5,"turbopuffer_usd":10},
                 "lines":[{"provider":"aws","service":"ec2","basis":"estimate","amount_usd":2.5},{"provider":"turbopuffer","service":"queries","basis":"metered","amount_usd":10}],
                 "rate_card_status":{"turbopuffer_rate_card_version":"3","aws_cost_source":"cost_explorer","aws_cost_refreshed_at_ms":1767323045000,
                   "aws_cost_stale":false,"aws_pricing_stale":false,"aws_pricing_refreshed_at_ms":1767323045000},
                 "caveats":[]}
                """)
            .On("GET /v2/cost/timeseries", """{"window_seconds":2592000,"step_seconds":86400,"series":[{"service":"queries","samples":[[1767323045000,1.5]]}]}""");

        var lines = await gateway.RunAsync(OperationsSnippets.CostAsync);

        Assert.Equal(
            [
                "10.00 of 12.50 USD: turbopuffer queries (metered)",
                "2.50 of 12.50 USD: aws ec2 (estimate)",
                "1 series, a sample every 1.00:00:00",
            ],
            lines);
        Assert.Equal(["window=7d", "window=30d&step=1d"], gateway.Requests.Select(request => request.Query));
    }

    [Fact]
    public async Task Metrics_OfTheCatalog_AreAskedByTheirOwnExample()
    {
        await using var gateway = new SnippetGateway()
            .On("GET /v2/metrics/catalog", """
                {"version":"1","entries":[{"name":"queries_total","kind":"counter","family":"query","labels":["namespace"],"description":"Queries.","example_promql":"sum(queries_total)"}]}
                """)
            .On("GET /v2/metrics/query", """{"status":"success","data":{"resultType":"vector","result":[]}}""");

        var lines = await gateway.RunAsync(OperationsSnippets.MetricsAsync);

        Assert.Equal(["""queries_total: {"resultType":"vector","result":[]}"""], lines);
        Assert.Equal("family=query", gateway.RequestTo("GET /v2/metrics/catalog").Query);
        Assert.Equal("query=sum(queries_total)", Uri.UnescapeDataString(gateway.RequestTo("GET /v2/metrics/query").Query));
    }

    [Fact]
    public async Task Installation_OfAGateway_NamesWhatItIsConnectedTo()
    {
        await using var gateway = new SnippetGateway()
            .On("GET /v2/vectorstores", """
                {"vectorstores":[{"name":"main","kind":"turbopuffer","default":true,"endpoint":{"url":"https://store.test","region":"eu"},"status":{"conditions":[]}}]}
                """)
            .On("GET /v2/warehouses", """
                {"warehouses":[{"name":"sales","namespace":"data","kind":"snowflake","verifyInterval":"5m",
                 "status":{"phase":"Verified","consumers":{"pipelines":1,"apiKeys":0},"conditions":[]}}]}
                """);

        var lines = await gateway.RunAsync(OperationsSnippets.InstallationAsync);

        Assert.Equal(["Not licensed: open_gateway", "turbopuffer main at https://store.test", "snowflake sales: Verified"], lines);
    }

    private static string Key(string id, string name, string phase, string more = "") => $$"""
        {"keyId":"{{id}}","name":"{{name}}","entitlements":{"layer":{"scopes":["read","write"]} },"phase":"{{phase}}","createdAt":"2026-01-01T00:00:00Z"{{more}} }
        """;
}
