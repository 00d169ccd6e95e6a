namespace Hevlayer.Tests.Wire;

/// <summary>The verbs of an indexing worker, each with everything set that can be set.</summary>
internal static partial class VerbCases
{
    private static readonly Dictionary<string, VerbCase> Pipelines = new()
    {
        ["ensure pipeline"] = VerbCase.Of(
            "POST",
            "/v2/pipelines",
            """{"id":"p","target_namespace":"n","distance_metric":"euclidean_squared"}""",
            """{"id":"p","target_namespace":"n","distance_metric":"euclidean_squared","created_at":"2026-01-02T03:04:05Z"}""",
            client => client.EnsurePipelineAsync("p", "n", DistanceMetric.EuclideanSquared),
            pipeline =>
            {
                Assert.Equal(("p", "n", DistanceMetric.EuclideanSquared), (pipeline.Id, pipeline.TargetNamespace, pipeline.DistanceMetric));
                Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), pipeline.CreatedAt);
            }),
        ["put chunks"] = VerbCase.Of(
            "PUT",
            "/v2/pipelines/p/documents/d",
            """{"chunks":[{"id":"d#0","text":"first","metadata":{"page":3,"ratio":0.5,"draft":false}},{"id":"d#1","text":""}]}""",
            """{"pipeline_id":"p","document_id":"d","stage":"pending","chunk_count":2,"chunk_ids":["d#0","d#1"]}""",
            client => client.PutChunksAsync("p", "d",
            [
                new() { Id = "d#0", Text = "first", Metadata = new AttributeMap { ["page"] = 3, ["ratio"] = 0.5, ["draft"] = false } },
                new() { Id = "d#1", Text = "" },
            ]),
            staged =>
            {
                Assert.Equal((DocumentStage.Pending, 2), (staged.Stage, staged.ChunkCount));
                Assert.Equal(["d#0", "d#1"], staged.ChunkIds);
            }),
        ["claim"] = VerbCase.Of(
            "POST",
            "/v2/pipelines/p/claim",
            """{"worker_id":"w","limit":16,"lease_seconds":60,"stage":"failed","claim_stage":"extracting","document_id_prefix":"a/"}""",
            """{"pipeline_id":"p","stage":"failed","claim_stage":"extracting","worker_id":"w","documents":["a/1","a/2"]}""",
            client => client.ClaimDocumentsAsync("p", new()
            {
                WorkerId = "w",
                Limit = 16,
                LeaseSeconds = 60,
                Stage = DocumentStage.Failed,
                ClaimStage = "extracting",
                DocumentIdPrefix = "a/",
            }),
            claim =>
            {
                Assert.Equal(("extracting", "w"), (claim.ClaimStage.Value, claim.WorkerId));
                Assert.Equal(["a/1", "a/2"], claim.Documents);
            }),
        ["get chunks"] = VerbCase.Of(
            "GET",
            "/v2/pipelines/p/documents/d/chunks",
            "",
            """[{"id":"d#0","text":"first","metadata":{"page":3}},{"id":"d#1"}]""",
            client => client.GetChunksAsync("p", "d"),
            chunks =>
            {
                Assert.Equal(["d#0", "d#1"], chunks.Select(chunk => chunk.Id));
                Assert.Equal(3, chunks[0].Metadata!.Value.AsMap().GetInt64("page"));
                Assert.Null(chunks[1].Text);
                Assert.Null(chunks[1].Metadata);
            }),
        ["put vectors"] = VerbCase.Of(
            "PUT",
            "/v2/pipelines/p/documents/d/vectors",
            """{"vectors":[{"id":"d#0","vector":[0.1,-2.5E-07,3],"attributes":{"text":"first"}},{"id":"d#1","vectors":[[1,2,3],[4,5,6]]}]}""",
            """{"status":"OK","rows_upserted":2}""",
            client => client.PutVectorsAsync("p", "d",
            [
                new() { Id = "d#0", Vector = new float[] { 0.1f, -2.5e-7f, 3 }, Attributes = new() { ["text"] = "first" } },
                new() { Id = "d#1", Vectors = [new float[] { 1, 2, 3 }, new float[] { 4, 5, 6 }] },
            ]),
            status => Assert.Equal(("OK", 2L), (status.Status, status.RowsUpserted))),
        ["put one vector"] = VerbCase.Of(
            "PUT",
            "/v2/pipelines/p/documents/d/vectors",
            """{"vectors":[{"id":"d","vector":[1,0.5],"attributes":{"n":0}}]}""",
            Reply.Ok,
            client => client.PutVectorAsync("p", "d", new float[] { 1, 0.5f }, new() { ["n"] = 0 }),
            status => Assert.Equal("OK", status.Status)),
        ["put a bag of vectors"] = VerbCase.Of(
            "PUT",
            "/v2/pipelines/p/documents/d/vectors",
            """{"vectors":[{"id":"d","vectors":[[1,0],[0,1]]}]}""",
            Reply.Ok,
            client => client.PutMultiVectorAsync("p", "d", [new float[] { 1, 0 }, new float[] { 0, 1 }]),
            status => Assert.Equal("OK", status.Status)),
    };
}
