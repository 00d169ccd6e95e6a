using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Explains a search, and measures its recall.</summary>
internal sealed class DiagnosisOperations(NamespaceRegistry namespaces)
{
    private const int DefaultSamples = 25;
    private const int DefaultTopK = 10;
    private const int Most = 10_000;

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("evaluateTurbopufferRecall", Recall);
        handlers.Add("explainTurbopufferQuery", Explain);
    }

    private GatewayResponse Recall(GatewayCall call)
    {
        var request = call.Body<TurbopufferRecallRequest>();
        var view = namespaces.Require(call.Namespace);
        if (request.AdditionalMembers?.Keys.FirstOrDefault() is { } stranger)
        {
            throw GatewayFault.NotSimulated($"member '{stranger}' of a recall request is not simulated by the local gateway");
        }

        var samples = Check.Between(request.Num ?? DefaultSamples, 1, Most, "num");
        var topK = Check.Between(request.TopK ?? DefaultTopK, 1, Most, "top_k");
        var window = WindowReader.Read(view.Freshness, request.Filters, asOf: null, between: null);
        return GatewayResponse.Json(RecallMeasure.Run(view, Queries(request, view, samples), topK, window, request.IncludeGroundTruth ?? false));
    }

    private GatewayResponse Explain(GatewayCall call)
    {
        var view = namespaces.Require(call.Namespace);
        var query = NativeQuery.Parse(WireJson.Element(call.RawBody.Span));
        return GatewayResponse.Json(new TurbopufferExplainQueryResponse { PlanText = QueryPlan.Describe(view, query) });
    }

    private static IReadOnlyList<float[]> Queries(TurbopufferRecallRequest request, NamespaceView view, int samples) => request.RankBy switch
    {
        null => RecallMeasure.Sample(view, samples),
        { ValueKind: JsonValueKind.Array } rankBy when RankingParser.Parse([.. rankBy.EnumerateArray()]) is Ranking.ByVector { Target: var target } => [target],
        _ => throw GatewayFault.Invalid("recall is measured of [\"vector\", \"ANN\", [...]] only"),
    };
}
