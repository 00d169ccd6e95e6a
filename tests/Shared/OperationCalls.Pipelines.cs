namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Pipelines => new()
    {
        ["claimDocuments"] = static (api, token) => api.ClaimDocumentsAsync("pipeline_id", new() { WorkerId = "worker_id" }, cancellationToken: token),
        ["createPipeline"] = static (api, token) => api.CreatePipelineAsync(new() { Id = "id", TargetNamespace = "target_namespace" }, cancellationToken: token),
        ["deletePipeline"] = static (api, token) => api.DeletePipelineAsync("pipeline_id", cancellationToken: token),
        ["getPipelineDocumentChunks"] = static (api, token) => api.GetPipelineDocumentChunksAsync("pipeline_id", "doc_id", cancellationToken: token),
        ["getPipelineStatus"] = static (api, token) => api.GetPipelineStatusAsync("pipeline_id", cancellationToken: token),
        ["heartbeatDocuments"] = static (api, token) => api.HeartbeatDocumentsAsync("pipeline_id", new() { DocumentIds = ["document_ids"], WorkerId = "worker_id" }, cancellationToken: token),
        ["listPipelines"] = static (api, token) => api.ListPipelinesAsync(cancellationToken: token),
        ["putPipelineDocumentChunks"] = static (api, token) => api.PutPipelineDocumentChunksAsync("pipeline_id", "doc_id", new() { Chunks = [new() { Id = "id" }] }, cancellationToken: token),
        ["putPipelineDocumentVectors"] = static (api, token) => api.PutPipelineDocumentVectorsAsync("pipeline_id", "doc_id", new() { Vectors = [new() { Id = "id" }] }, cancellationToken: token),
        ["setDocumentsStage"] = static (api, token) => api.SetDocumentsStageAsync("pipeline_id", new() { DocumentIds = ["document_ids"], Stage = DocumentStage.Pending }, cancellationToken: token),
    };
}
