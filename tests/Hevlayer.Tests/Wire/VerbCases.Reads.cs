namespace Hevlayer.Tests.Wire;

internal static partial class VerbCases
{
    private static readonly Dictionary<string, VerbCase> Reads = new()
    {
        ["status"] = VerbCase.Of(
            "GET",
            "/v2/pipelines/p/status",
            "",
            """
            {"pipeline_id":"p","status":"waiting_on_upstream","counts":{"pending":4,"extracting":2,"indexed":90},
             "failed_reasons":{"chunks_gone":1},"pending_count":4,"processing_count":2,"failed_count":1,
             "indexed_rate_per_min":12.5,"rate_window_seconds":60}
            """,
            client => client.GetPipelineStatusAsync("p"),
            status =>
            {
                Assert.Equal(PipelineState.WaitingOnUpstream, status.Status);
                Assert.Equal((4L, 2L, 1L), (status.PendingCount, status.ProcessingCount, status.FailedCount));
                Assert.Equal((2L, 1L, 12.5), (status.Counts["extracting"], status.FailedReasons["chunks_gone"], status.IndexedRatePerMin));
            }),
        ["history"] = VerbCase.Of(
            "GET",
            "/v2/namespaces/n/history?limit=5&before=1700000000000",
            "",
            """[{"watermark_ms":1767323045678,"sha":"abc","tags":["nightly"]},{"watermark_ms":0,"sha":"def"}]""",
            client => client.Api.ListNamespaceHistoryAsync("n", 5, "1700000000000"),
            history =>
            {
                Assert.Equal(["abc", "def"], history.Select(entry => entry.Sha));
                Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), history[0].Watermark);
                Assert.Null(history[1].Tags);
            }),
        ["metadata"] = VerbCase.Of(
            "GET",
            "/v2/namespaces/n/metadata",
            "",
            """
            {"id":"n","schema":{"text":{"type":"string"}},"approx_logical_bytes":10,"approx_row_count":2,
             "created_at":"2026-01-02T03:04:05Z","last_write_at":"2026-01-02T03:04:06.5Z","updated_at":"2026-01-02T03:04:07+02:00"}
            """,
            client => client.Api.GetNamespaceMetadataAsync("n"),
            metadata =>
            {
                Assert.Equal(2, metadata.ApproxRowCount);
                Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 6, 500, TimeSpan.Zero), metadata.LastWriteAt);
                Assert.Equal(new DateTimeOffset(2026, 1, 2, 1, 4, 7, TimeSpan.Zero), metadata.UpdatedAt);
            }),
        ["query"] = VerbCase.Of(
            "POST",
            "/v2/namespaces/n/query",
            """{"vector":[0.5,1],"top_k":2,"include_attributes":["text"],"include_leg_breakdown":false,"as_of":0}""",
            """{"rows":[{"id":"d#0","$dist":0.25,"text":"first","page":3},{"id":7,"$dist":null}],"next_cursor":"more"}""",
            client => client.Namespace("n").QueryAsync(new()
            {
                Vector = new float[] { 0.5f, 1 },
                TopK = 2,
                IncludeAttributes = new[] { "text" },
                IncludeLegBreakdown = false,
                AsOf = 0,
            }),
            answer =>
            {
                Assert.Equal(["d#0", "7"], answer.Rows.Select(row => row.Id.ToString()));
                Assert.Equal((0.25, "first", 3L), (answer.Rows[0].Distance, answer.Rows[0].Attributes.GetString("text"), answer.Rows[0].Attributes.GetInt64("page")));
                Assert.Null(answer.Rows[1].Distance);
                Assert.Equal("more", answer.NextCursor);
            }),
        ["fetch one"] = VerbCase.Of(
            "GET",
            "/v2/namespaces/n/documents/d?include_attributes=text%2Cpage",
            "",
            """{"id":"d","attributes":{"text":"first","page":3,"none":null}}""",
            client => client.Namespace("n").FetchAsync("d", ["text", "page"]),
            document =>
            {
                Assert.Equal(("first", 3L), (document.Attributes.GetString("text"), document.Attributes.GetInt64("page")));
                Assert.True(document.Attributes["none"].IsNull);
            }),
        ["fetch many"] = VerbCase.Of(
            "POST",
            "/v2/namespaces/n/documents",
            """{"ids":["d","e"],"include_attributes":["text"]}""",
            """{"documents":[{"id":"d","attributes":{}}],"missing":["e"]}""",
            client => client.Namespace("n").FetchManyAsync(["d", "e"], ["text"]),
            answer =>
            {
                Assert.Equal("d", Assert.Single(answer.Documents).Id);
                Assert.Equal("e", Assert.Single(answer.Missing));
            }),
    };
}
