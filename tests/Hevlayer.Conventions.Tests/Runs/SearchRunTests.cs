using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class SearchRunTests
{
    private const string History = "GET /v2/namespaces/products/search-history";
    private const string Activity = "GET /v2/activity/snapshots";
    private const string Query = "POST /v2/namespaces/products/query";
    private const string Everywhere = "POST /v2/query";
    private const string Agent = "POST /v2/agents/shopper/query";
    private const string Clicks = "GET /v2/namespaces/products/clickstream";

    [Fact]
    public async Task Lists_ByCursor_GoOnWhereTheyWereLeft()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway
            .On(History, $$"""{"entries":[{{Search}},{{Search}}],"next_cursor":"older"}""", $$"""{"entries":[{{Search}}]}""")
            .On(Activity, """{"events":[{"ts_ms":1767323045000,"namespace":"products","sha":"abc"}]}""");

        var lines = await gateway.RunAsync(layer => NamespaceSnippets.ListsAsync(layer, "saved", gateway.Clock.GetUtcNow().AddDays(-1)));

        Assert.Equal(["products: 3 rows", "2 searches, next page at older", "1 searches, next page at ", "Snapshot abc of products"], lines);
        Assert.Equal(["tag=surface%3Aweb&before=saved", "tag=surface%3Aweb&before=older"], gateway.RequestsTo(History).Select(request => request.Query));
        Assert.Equal("since=1767236645000", gateway.RequestTo(Activity).Query);
    }

    [Fact]
    public async Task Searches_WithContext_AreRememberedAndPartialOnesSaySo()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway
            .On(Everywhere, """
                {"rows":[{"id":"kettle","$dist":0}],"merge":{"method":"distance","route":"semantic"},
                 "namespaces":[{"namespace":"products","matched":1}],"errors":[{"namespace":"manuals","error":"timed out"}]}
                """)
            .On(Agent, """
                {"rows":[{"id":"kettle"},{"id":"pan"}],"merge":{"method":"distance","route":"fused"},"namespaces":[{"namespace":"products","matched":2}],
                 "agent":{"turns":1,"deadlineHit":false,"recallDepth":50,"relevanceWeight":0.5,"queries":[]}}
                """);

        var lines = await gateway.RunAsync(layer => NamespaceSnippets.SearchesAsync(layer, Catalogue.Kettle));

        Assert.Equal(["No answer from manuals", "3 2"], lines);
        Assert.All([gateway.RequestTo(Query), gateway.RequestTo(Everywhere)], request =>
        {
            Assert.Equal("red kettle", request.Headers["x-hevlayer-search-query"]);
            Assert.Equal("surface:web", request.Headers["x-hevlayer-tags"]);
        });
    }

    [Fact]
    public async Task Clicks_OnASearch_CarryItsTrace()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway.On(Clicks, request => Reply.Json($$"""
            {"events":[{"timestamp":"2026-01-02T03:04:05Z","timestamp_nanos":1767323045000000000,"trace_id":"{{request.Query.Split('=')[1]}}",
             "namespace":"products","doc_id":"kettle","tags":["surface:web"],"source":"single","served_from":"cache"}]}
            """));

        var lines = await gateway.RunAsync(layer => NamespaceSnippets.ClicksAsync(layer, Catalogue.Kettle));

        Assert.Equal(["kettle was opened at 2026-01-02 03:04:05Z"], lines);
        var click = gateway.RequestTo("GET /v2/namespaces/products/documents/kettle");
        var trace = gateway.RequestTo(Clicks).Query.Split('=')[1];
        Assert.Matches("^[0-9a-f]{32}$", trace);
        Assert.Contains(trace, click.Headers["traceparent"], StringComparison.Ordinal);
        Assert.Equal("surface:web", click.Headers["x-hevlayer-tags"]);
    }

    private const string Search = """
        {"timestamp":"2026-01-02T03:04:05Z","timestamp_nanos":1767323045000000000,"namespace":"products","raw_query":"red kettle",
         "query":{"top_k":10},"top_result_ids":["kettle"],"tags":["surface:web"]}
        """;
}
