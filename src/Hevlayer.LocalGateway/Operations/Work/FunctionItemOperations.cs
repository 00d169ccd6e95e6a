namespace Hevlayer.Local;

/// <summary>The rows of a function: sweeps that queue them, claims, heartbeats, outputs, failures.</summary>
internal sealed class FunctionItemOperations(FunctionRegistry functions)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("discoverUdf", Discover);
        handlers.Add("claimUdfItems", Claim);
        handlers.Add("heartbeatUdfItems", Heartbeat);
        handlers.Add("completeUdfItems", Complete);
        handlers.Add("failUdfItems", Fail);
    }

    private GatewayResponse Discover(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        var request = call.Body<UdfDiscoverRequest>();
        Check.AtLeast(request.PageSize ?? GatewayLimits.UdfDiscoverRequest.DefaultPageSize, 1, "page_size");
        var namespaces = request.Namespaces is { Count: > 0 } named ? [.. named.Distinct(StringComparer.Ordinal)] : queue.Definition.Spec.TargetNamespaces!;
        return GatewayResponse.Json(new UdfDiscoverResponse { UdfId = IdOf(call), Enqueued = queue.Discover(namespaces), Namespaces = namespaces });
    }

    private GatewayResponse Claim(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        var request = call.Body<UdfClaimRequest>();
        var worker = Worker(request.WorkerId);
        var limit = Check.AtLeast(request.Limit ?? GatewayLimits.UdfClaimRequest.DefaultLimit, 1, "limit");
        TimeSpan? lease = request.LeaseSeconds is { } seconds ? TimeSpan.FromSeconds(FunctionSpecRules.Seconds(seconds, 1, "lease_seconds")) : null;
        return GatewayResponse.Json(new UdfClaimResponse { UdfId = IdOf(call), WorkerId = worker, Items = queue.Claim(worker, limit, lease) });
    }

    private GatewayResponse Heartbeat(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        var request = call.Body<UdfHeartbeatRequest>();
        return Updated(call, queue.Heartbeat(Worker(request.WorkerId), request.Items));
    }

    private GatewayResponse Complete(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        var request = call.Body<UdfCompleteRequest>();
        return Updated(call, queue.Complete(Worker(request.WorkerId), request.Items));
    }

    private GatewayResponse Fail(GatewayCall call)
    {
        var queue = functions.Require(IdOf(call));
        var request = call.Body<UdfFailRequest>();
        foreach (var item in request.Items)
        {
            if (item.Kind != UdfErrorKind.Transient && item.Kind != UdfErrorKind.Permanent)
            {
                throw GatewayFault.Invalid($"unknown kind '{item.Kind}': allowed are transient and permanent");
            }
        }

        return Updated(call, queue.Fail(Worker(request.WorkerId), request.Items));
    }

    private static string Worker(string id) => Check.NotEmpty(id, "worker_id");

    private static string IdOf(GatewayCall call) => call.Value("udf_id");

    private static GatewayResponse Updated(GatewayCall call, int updated) =>
        GatewayResponse.Json(new UdfItemsResponse { UdfId = IdOf(call), Updated = updated });
}
