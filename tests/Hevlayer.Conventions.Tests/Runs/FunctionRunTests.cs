using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class FunctionRunTests
{
    private const string Spec = """{"target_namespaces":["products"],"inputs":["text"],"version":"1","worker":{"image":"captions:1"}}""";

    [Fact]
    public async Task Sweep_OfAnEnsuredFunction_EndsWhenItsWorkIsDone()
    {
        await using var gateway = new SnippetGateway()
            .On("POST /v2/udfs", Udf(paused: false))
            .On("GET /v2/udfs/captions/status", Status(7, pending: 0), Status(8, pending: 4), Status(8, pending: 0, failed: 2))
            .On("POST /v2/udfs/captions/discover", """{"udf_id":"captions","enqueued":6,"namespaces":["products"]}""");

        var lines = await gateway.RunAsync(NamespaceSnippets.FunctionsAsync);

        Assert.Equal(["2 rows failed"], lines);
        JsonAssert.Same(
            """{"id":"captions","spec":{"target_namespaces":["products"],"inputs":["text"],"worker":{"image":"captions:1"}}}""",
            gateway.RequestTo("POST /v2/udfs").Body);
    }

    private static string Udf(bool paused) => $$"""
        {"id":"captions","spec":{{Spec}},"paused":{{(paused ? "true" : "false")}},"created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
        """;

    private static string Status(int sweeps, int pending, int failed = 0) => $$"""
        {"udf_id":"captions","paused":false,"active_namespaces":["products"],"discovery":{"sweeps_completed":{{sweeps}}},"counts":{},
         "pending_count":{{pending}},"processing_count":0,"failed_count":{{failed}},"indexed_rate_per_min":0,"rate_window_seconds":60}
        """;
}
