namespace Hevlayer.Tests.Wire;

internal static partial class VerbCases
{
    private static readonly Dictionary<string, VerbCase> Leases = new()
    {
        ["heartbeat"] = VerbCase.Of(
            "POST",
            "/v2/pipelines/p/documents/heartbeat",
            """{"document_ids":["a","b"],"worker_id":"w","stage":"extracting"}""",
            """{"pipeline_id":"p","stage":"extracting","updated":1}""",
            client => client.HeartbeatAsync("p", ["a", "b"], "w", "extracting"),
            answer => Assert.Equal(1, answer.Updated)),
        ["release"] = Stage("pending", client => client.ReleaseDocumentsAsync("p", ["a", "b"], "w", DocumentStage.Embedding)),
        ["fail"] = Stage("failed", client => client.FailDocumentsAsync("p", ["a", "b"], "w", DocumentStage.Embedding)),
        ["complete"] = Stage("indexed", client => client.CompleteDocumentsAsync("p", ["a", "b"], "w", DocumentStage.Embedding)),
    };

    private static VerbCase Stage(string stage, Func<HevlayerClient, Task<DocumentsStageResponse>> call) => VerbCase.Of(
        "POST",
        "/v2/pipelines/p/documents/stage",
        $$"""{"document_ids":["a","b"],"stage":"{{stage}}","worker_id":"w","from_stage":"embedding"}""",
        $$"""{"pipeline_id":"p","stage":"{{stage}}","updated":2}""",
        call,
        answer => Assert.Equal((stage, 2L), (answer.Stage.Value, answer.Updated)));
}
