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

    [Fact]
    public async Task Change_OfAPausedFunction_KeepsTheRestOfItsSpecification()
    {
        await using var gateway = new SnippetGateway()
            .On("POST /v2/udfs/captions/pause", Udf(paused: true))
            .On("GET /v2/udfs/captions", $$"""{"udf":{{Udf(paused: true)}},"status":{{Status(8, pending: 0, failed: 2)}}}""")
            .On("PUT /v2/udfs/captions", Udf(paused: true))
            .On("POST /v2/udfs/captions/resume", Udf(paused: false))
            .On("POST /v2/udfs/captions/reset-failed", """{"udf_id":"captions","updated":2}""");

        var lines = await gateway.RunAsync(OperationsSnippets.FunctionsAsync);

        Assert.Equal(["2 rows get another chance."], lines);
        JsonAssert.Same($$"""{"spec":{{Spec.Replace("\"1\"", "\"2\"", StringComparison.Ordinal)}}}""", gateway.RequestTo("PUT /v2/udfs/captions").Body);
        Assert.Equal(["pause", "captions", "captions", "resume", "reset-failed"], gateway.Requests.Select(request => request.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task Work_ThatWasClaimed_IsCompletedWithItsAttributes()
    {
        await using var gateway = new SnippetGateway()
            .On("POST /v2/udfs/captions/claim", """{"udf_id":"captions","worker_id":"captions-0","items":[{"namespace":"products","id":"kettle","input":{"text":"red kettle"}}]}""")
            .On("POST /v2/udfs/captions/items/complete", """{"udf_id":"captions","updated":1}""");

        await gateway.RunAsync(layer => OperationsSnippets.FunctionWorkAsync(layer, text => $"A {text}."));

        JsonAssert.Same(
            """{"worker_id":"captions-0","items":[{"namespace":"products","id":"kettle","attributes":{"caption":"A red kettle."}}]}""",
            gateway.RequestTo("POST /v2/udfs/captions/items/complete").Body);
    }

    private static string Udf(bool paused) => $$"""
        {"id":"captions","spec":{{Spec}},"paused":{{(paused ? "true" : "false")}},"created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
        """;

    private static string Status(int sweeps, int pending, int failed = 0) => $$"""
        {"udf_id":"captions","paused":false,"active_namespaces":["products"],"discovery":{"sweeps_completed":{{sweeps}}},"counts":{},
         "pending_count":{{pending}},"processing_count":0,"failed_count":{{failed}},"indexed_rate_per_min":0,"rate_window_seconds":60}
        """;
}
