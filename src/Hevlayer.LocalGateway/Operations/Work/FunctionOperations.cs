namespace Hevlayer.Local;

/// <summary>Functions as a whole.</summary>
internal sealed class FunctionOperations(FunctionRegistry functions)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("createUdf", Create);
        handlers.Add("upsertUdf", call => GatewayResponse.Json(functions.Upsert(IdOf(call), call.Body<UpdateUdfRequest>().Spec)));
        handlers.Add("listUdfs", _ => GatewayResponse.Json(new UdfList { Udfs = functions.All() }));
        handlers.Add("getUdf", Get);
        handlers.Add("getUdfStatus", call => GatewayResponse.Json(functions.Require(IdOf(call)).Status()));
        handlers.Add("deleteUdf", Delete);
        handlers.Add("pauseUdf", call => GatewayResponse.Json(functions.Require(IdOf(call)).SetPaused(true)));
        handlers.Add("resumeUdf", call => GatewayResponse.Json(functions.Require(IdOf(call)).SetPaused(false)));
        handlers.Add("resetFailedUdf", ResetFailed);
    }

    private GatewayResponse Create(GatewayCall call)
    {
        var request = call.Body<CreateUdfRequest>();
        return GatewayResponse.Json(functions.Create(Check.NotEmpty(request.Id, "id"), request.Spec));
    }

    private GatewayResponse Get(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        return GatewayResponse.Json(new GetUdfResponse { Udf = queue.Definition, Status = queue.Status() });
    }

    private GatewayResponse Delete(GatewayCall call)
    {
        functions.Delete(IdOf(call));
        return GatewayResponse.Json(new StatusResponse { Status = "ok", Message = $"udf '{IdOf(call)}' deleted" });
    }

    private GatewayResponse ResetFailed(GatewayCall call) =>
        GatewayResponse.Json(new UdfItemsResponse { UdfId = IdOf(call), Updated = functions.Require(IdOf(call)).ResetFailed() });

    private static string IdOf(GatewayCall call) => call.Value("udf_id");
}
