namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> PipelineDocuments => new()
    {
        ["getPipelineDocumentChunks"] = new(
            static (api, token) => api.GetPipelineDocumentChunksAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/pipelines/{Tricky.NamespaceInUrl}/documents/{Tricky.IdInUrl}/chunks"),
            new("GET /v2/pipelines/pipeline_id/documents/doc_id/chunks")),
        ["heartbeatDocuments"] = new(
            static (api, token) => api.HeartbeatDocumentsAsync(
                Tricky.Id,
                new() { DocumentIds = [Tricky.Id, "."], Stage = DocumentStage.Embedding, WorkerId = "worker" },
                cancellationToken: token),
            new(
                $"POST /v2/pipelines/{Tricky.IdInUrl}/documents/heartbeat",
                """{"document_ids":["id/1#2?3%4:5+6 ü","."],"stage":"embedding","worker_id":"worker"}"""),
            new("POST /v2/pipelines/pipeline_id/documents/heartbeat", """{"document_ids":["document_ids"],"worker_id":"worker_id"}""")),
        ["putPipelineDocumentChunks"] = new(
            static (api, token) => api.PutPipelineDocumentChunksAsync(
                Tricky.Namespace,
                Tricky.Id,
                new()
                {
                    Chunks =
                    [
                        new()
                        {
                            Id = "doc#0",
                            Text = "é\u2028漢🙂\n",
                            Metadata = new AttributeMap { ["page"] = 0, ["score"] = 0.1, ["flag"] = false, ["none"] = AttributeValue.Null, ["tags"] = new[] { "a", "b" }, ["nested"] = new AttributeMap() },
                        },
                        new() { Id = "doc#1", Text = "", Metadata = "plain" },
                    ],
                },
                cancellationToken: token),
            new(
                $"PUT /v2/pipelines/{Tricky.NamespaceInUrl}/documents/{Tricky.IdInUrl}",
                """
                {"chunks":[
                  {"id":"doc#0","text":"é\u2028漢🙂\n","metadata":{"page":0,"score":0.1,"flag":false,"none":null,"tags":["a","b"],"nested":{}}},
                  {"id":"doc#1","text":"","metadata":"plain"}]}
                """),
            new("PUT /v2/pipelines/pipeline_id/documents/doc_id", """{"chunks":[{"id":"id"}]}""")),
        ["putPipelineDocumentVectors"] = new(
            static (api, token) => api.PutPipelineDocumentVectorsAsync(
                Tricky.Namespace,
                Tricky.Id,
                new()
                {
                    Vectors =
                    [
                        new()
                        {
                            Id = "doc#0",
                            Vector = new float[] { 0.1f, -0.25f, 0f, 3.4028235e38f, 1e-45f },
                            Attributes = new() { ["text"] = "é", ["big"] = long.MaxValue, ["ratio"] = 0.1, ["flag"] = true, ["none"] = AttributeValue.Null },
                        },
                        new() { Id = "doc#1", Vectors = [new float[] { 1f }, new float[] { 0.5f }], Attributes = [] },
                    ],
                },
                cancellationToken: token),
            new(
                $"PUT /v2/pipelines/{Tricky.NamespaceInUrl}/documents/{Tricky.IdInUrl}/vectors",
                """
                {"vectors":[
                  {"id":"doc#0","vector":[0.1,-0.25,0,3.4028235e38,1.4012985e-45],"attributes":{"text":"é","big":9223372036854775807,"ratio":0.1,"flag":true,"none":null}},
                  {"id":"doc#1","vectors":[[1],[0.5]],"attributes":{}}]}
                """),
            new("PUT /v2/pipelines/pipeline_id/documents/doc_id/vectors", """{"vectors":[{"id":"id"}]}""")),
        ["setDocumentsStage"] = new(
            static (api, token) => api.SetDocumentsStageAsync(
                Tricky.Id,
                new() { DocumentIds = [Tricky.Id], Stage = DocumentStage.Failed, FromStage = "extracting", WorkerId = "", CreateMissing = false },
                cancellationToken: token),
            new(
                $"POST /v2/pipelines/{Tricky.IdInUrl}/documents/stage",
                """{"document_ids":["id/1#2?3%4:5+6 ü"],"stage":"failed","from_stage":"extracting","worker_id":"","create_missing":false}"""),
            new("POST /v2/pipelines/pipeline_id/documents/stage", """{"document_ids":["document_ids"],"stage":"pending"}""")),
    };
}
