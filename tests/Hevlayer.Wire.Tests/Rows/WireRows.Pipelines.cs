namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Pipelines => new()
    {
        ["claimDocuments"] = new(
            static (api, token) => api.ClaimDocumentsAsync(
                Tricky.Id,
                new() { Stage = "extracting", ClaimStage = DocumentStage.Embedding, Limit = 0, WorkerId = "worker", LeaseSeconds = 0, DocumentIdPrefix = "" },
                cancellationToken: token),
            new(
                $"POST /v2/pipelines/{Tricky.IdInUrl}/claim",
                """{"stage":"extracting","claim_stage":"embedding","limit":0,"worker_id":"worker","lease_seconds":0,"document_id_prefix":""}"""),
            new("POST /v2/pipelines/pipeline_id/claim", """{"worker_id":"worker_id"}""")),
        ["createPipeline"] = new(
            static (api, token) => api.CreatePipelineAsync(
                new() { Id = Tricky.Id, TargetNamespace = Tricky.Namespace, DistanceMetric = DistanceMetric.EuclideanSquared },
                cancellationToken: token),
            new(
                "POST /v2/pipelines",
                """{"id":"id/1#2?3%4:5+6 ü","target_namespace":"../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂","distance_metric":"euclidean_squared"}"""),
            new("POST /v2/pipelines", """{"id":"id","target_namespace":"target_namespace"}""")),
        ["deletePipeline"] = new(
            static (api, token) => api.DeletePipelineAsync(Tricky.Id, cancellationToken: token),
            new($"DELETE /v2/pipelines/{Tricky.IdInUrl}"),
            new("DELETE /v2/pipelines/pipeline_id")),
        ["getPipelineStatus"] = new(
            static (api, token) => api.GetPipelineStatusAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/pipelines/{Tricky.IdInUrl}/status"),
            new("GET /v2/pipelines/pipeline_id/status")),
        ["listPipelines"] = new(
            static (api, token) => api.ListPipelinesAsync(cancellationToken: token),
            new("GET /v2/pipelines"),
            new("GET /v2/pipelines")),
    };
}
