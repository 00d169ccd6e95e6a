namespace Hevlayer.Local;

/// <summary>One query over several namespaces.</summary>
internal sealed class FederatedQueryOperations(FederatedRunner runner, HistoryBook history, TraceParents traces)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers) => handlers.Add("query", Query);

    private GatewayResponse Query(GatewayCall call)
    {
        var request = call.Body<FederatedQueryRequest>();
        HistoryTags.Of(call);
        var answer = runner.Run(request, call.Grant);
        var sent = TraceParents.Valid(call.Header("traceparent"));
        var trace = traces.For(sent);
        foreach (var leg in answer.Legs.Where(leg => leg.Error is null))
        {
            history.NoteSearch(call, leg.Namespace, trace, leg.Watermark, leg.Rows.Select(found => found.Row.Key));
        }

        var reply = GatewayResponse.Json(answer.Response).With("x-layer-stable-as-of", answer.Watermark);
        reply = answer.IsPartial ? reply.With("x-layer-partial", "true") : reply;
        reply = sent is null ? reply : reply.With("traceparent", sent);
        return AttributeSelection.Of(request.IncludeAttributes).Warn(reply);
    }
}
