namespace Hevlayer.Local;

/// <summary>Pipelines as a whole.</summary>
internal sealed class PipelineOperations(PipelineRegistry pipelines, LocalGatewayOptions options)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("createPipeline", Create);
        handlers.Add("listPipelines", List);
        handlers.Add("deletePipeline", Delete);
        handlers.Add("getPipelineStatus", call => GatewayResponse.Json(pipelines.Require(call.PipelineId).Status()));
    }

    private GatewayResponse Create(GatewayCall call)
    {
        var request = call.Body<CreatePipelineRequest>();
        return GatewayResponse.Json(pipelines.Create(new Pipeline
        {
            Id = Check.NotEmpty(request.Id, "id"),
            TargetNamespace = Check.NotEmpty(request.TargetNamespace, "target_namespace"),
            DistanceMetric = VectorDistance.Check((request.DistanceMetric ?? DistanceMetric.CosineDistance).Value),
            CreatedAt = options.TimeProvider.GetUtcNow(),
        }));
    }

    private GatewayResponse List(GatewayCall call) =>
        GatewayResponse.Json(new PipelineList { Pipelines = [.. pipelines.All()] });

    private GatewayResponse Delete(GatewayCall call)
    {
        pipelines.Delete(call.PipelineId);
        return GatewayResponse.Json(new StatusResponse { Status = "ok", Message = $"pipeline '{call.PipelineId}' deleted" });
    }
}
