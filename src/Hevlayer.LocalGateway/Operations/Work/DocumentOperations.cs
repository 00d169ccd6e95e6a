namespace Hevlayer.Local;

/// <summary>The documents of a pipeline: chunks, claims, heartbeats, stages, vectors.</summary>
internal sealed class DocumentOperations(PipelineRegistry pipelines, NamespaceRegistry namespaces)
{
    private const long LongestLeaseSeconds = 365L * 24 * 60 * 60;

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("putPipelineDocumentChunks", PutChunks);
        handlers.Add("getPipelineDocumentChunks", GetChunks);
        handlers.Add("putPipelineDocumentVectors", PutVectors);
        handlers.Add("claimDocuments", Claim);
        handlers.Add("heartbeatDocuments", Heartbeat);
        handlers.Add("setDocumentsStage", SetStage);
    }

    private GatewayResponse PutChunks(GatewayCall call)
    {
        var queue = pipelines.Require(call.PipelineId);
        var chunks = call.Body<PutChunksRequest>().Chunks;
        string[] ids = [.. chunks.Select(chunk => Check.NotEmpty(chunk.Id, "chunks[].id"))];
        queue.Stage(call.DocumentId, WireJson.Write(chunks));
        return GatewayResponse.Json(new StageDocumentResponse
        {
            PipelineId = call.PipelineId,
            DocumentId = call.DocumentId,
            Stage = DocumentStage.Pending,
            ChunkCount = ids.Length,
            ChunkIds = ids,
        });
    }

    private GatewayResponse GetChunks(GatewayCall call) =>
        GatewayResponse.RawJson(pipelines.Require(call.PipelineId).ReadChunks(call.DocumentId));

    private GatewayResponse PutVectors(GatewayCall call)
    {
        var queue = pipelines.Require(call.PipelineId);
        var rows = VectorEntryReader.Read(call.Body<PutVectorsRequest>().Vectors);
        var write = new NamespaceWrite { Upserts = rows, Metric = queue.Definition.DistanceMetric.Value };
        queue.Complete(call.DocumentId, () => namespaces.Open(queue.Definition.TargetNamespace).Write(write));
        return GatewayResponse.Json(new StatusResponse { Status = "ok", RowsAffected = rows.Length, RowsUpserted = rows.Length });
    }

    private GatewayResponse Claim(GatewayCall call)
    {
        var request = call.Body<ClaimDocumentsRequest>();
        var terms = new ClaimTerms(
            Check.NotEmpty((request.Stage ?? DocumentStage.Pending).Value, "stage"),
            Check.NotEmpty((request.ClaimStage ?? DocumentStage.Embedding).Value, "claim_stage"),
            Check.AtLeast(request.Limit ?? GatewayLimits.ClaimDocumentsRequest.DefaultLimit, 1, "limit"),
            Check.NotEmpty(request.WorkerId, "worker_id"),
            TimeSpan.FromSeconds(Check.Between(request.LeaseSeconds ?? GatewayLimits.ClaimDocumentsRequest.DefaultLeaseSeconds, 1, LongestLeaseSeconds, "lease_seconds")),
            request.DocumentIdPrefix ?? string.Empty);
        return GatewayResponse.Json(new ClaimDocumentsResponse
        {
            PipelineId = call.PipelineId,
            Stage = terms.Stage,
            ClaimStage = terms.ClaimStage,
            WorkerId = terms.WorkerId,
            Documents = pipelines.Require(call.PipelineId).Claim(terms),
        });
    }

    private GatewayResponse Heartbeat(GatewayCall call)
    {
        var request = call.Body<HeartbeatDocumentsRequest>();
        var stage = (request.Stage ?? DocumentStage.Embedding).Value;
        var worker = Check.NotEmpty(request.WorkerId, "worker_id");
        return Updated(call, stage, pipelines.Require(call.PipelineId).Heartbeat(request.DocumentIds, stage, worker));
    }

    private GatewayResponse SetStage(GatewayCall call)
    {
        var request = call.Body<SetDocumentsStageRequest>();
        var change = new StageChange(
            request.DocumentIds,
            Check.NotEmpty(request.Stage.Value, "stage"),
            request.FromStage?.Value,
            request.WorkerId,
            request.CreateMissing ?? false);
        return Updated(call, change.Stage, pipelines.Require(call.PipelineId).Change(change));
    }

    private static GatewayResponse Updated(GatewayCall call, string stage, int updated) =>
        GatewayResponse.Json(new DocumentsStageResponse { PipelineId = call.PipelineId, Stage = stage, Updated = updated });
}
