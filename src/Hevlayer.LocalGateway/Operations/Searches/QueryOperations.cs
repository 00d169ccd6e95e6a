using System.Text.Json;

namespace Hevlayer.Local;

/// <summary>Queries of one namespace: the gateway's own form, and the body's <c>queries</c> as a batch of native ones.</summary>
internal sealed class QueryOperations(NamespaceRegistry namespaces, HistoryBook history, TraceParents traces)
{
    private const int FarthestRow = 10_000;

    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("queryNamespace", Query);
        handlers.Add("batchQueryNamespace", Query);
        handlers.Add("queryTurbopufferNamespace", PassOn);
    }

    private GatewayResponse Query(GatewayCall call)
    {
        HistoryTags.Of(call);
        var body = WireJson.Element(call.RawBody.Span);
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("queries", out _))
        {
            return Batch(call);
        }

        var request = call.Body<QueryRequest>();
        return request is { RankBy: not null, TopK: null } ? Native(call, body) : Single(call, request);
    }

    private GatewayResponse Single(GatewayCall call, QueryRequest request)
    {
        var view = namespaces.Require(call.Namespace);
        var ranking = QueryTarget.Of(request, namespaces.Open(call.Namespace));
        var selection = AttributeSelection.Of(request.IncludeAttributes);
        var window = WindowReader.Read(view.Freshness, request.Filters, request.AsOf, request.Between);
        var topK = Check.Between(request.TopK ?? GatewayLimits.QueryRequest.DefaultTopK, GatewayLimits.QueryRequest.MinTopK, FarthestRow, "top_k");
        var skip = Check.Between(QueryCursor.Read(request.Cursor), 0, FarthestRow, "cursor");
        var shown = Math.Min(skip + topK, FarthestRow);
        var chosen = ranking is Ranking.ByRoute route ? QueryRouting.Resolve(route) : ranking;
        var found = chosen is null ? [] : QueryRunner.Run(view, chosen, shown + 1, window);
        var next = found.Count > shown && shown < FarthestRow ? QueryCursor.Write(shown) : null;
        List<RankedRow> page = [.. found.Take(shown).Skip(skip)];
        var reply = GatewayResponse.Json(new QueryResponse
        {
            Rows = page.ConvertAll(row => NativeQuery.ToRow(row, row.Row.Key, selection)),
            NextCursor = next,
            Hybrid = chosen?.Search?.Echo(topK),
            Routing = ranking is Ranking.ByRoute asked ? QueryRouting.Echo(asked) : null,
        });
        return selection.Warn(Record(call, view, page.Select(static row => row.Row.Key), next is null ? reply : reply.With("x-layer-next-cursor", next)));
    }

    // The vector store's own reply, which has vectors.
    private GatewayResponse PassOn(GatewayCall call)
    {
        var view = namespaces.Require(call.Namespace);
        var query = NativeQuery.Parse(WireJson.Element(call.RawBody.Span));
        return Finish(view, traces.For(call.Header("traceparent")), GatewayResponse.Json((query with { Selection = query.Selection.WithVectors() }).Run(view)));
    }

    private GatewayResponse Native(GatewayCall call, JsonElement body)
    {
        var view = namespaces.Require(call.Namespace);
        var query = NativeQuery.Parse(body);
        var found = query.Run(view);
        return query.Selection.Warn(Record(call, view, Ids(found), GatewayResponse.Json(found)));
    }

    private GatewayResponse Batch(GatewayCall call)
    {
        var legs = call.Body<BatchQueryRequest>().Queries;
        Check.Between(legs.Count, 2, 16, "the number of queries");
        var view = namespaces.Require(call.Namespace);
        NativeQuery[] queries = [.. legs.Select(leg => NativeQuery.Parse(leg.AdditionalMembers ?? new Dictionary<string, JsonElement>()))];
        TurbopufferQueryResponse[] results = [.. queries.Select(query => query.Run(view))];
        var reply = GatewayResponse.Json(new BatchQueryResponse { Results = results });
        return (queries.FirstOrDefault(query => query.Selection.DropsVector)?.Selection ?? AttributeSelection.None)
            .Warn(Record(call, view, results.SelectMany(Ids).Distinct(StringComparer.Ordinal), reply));
    }

    private static IEnumerable<string> Ids(TurbopufferQueryResponse found) => (found.Rows ?? []).Select(row => row.Id.ToString());

    private GatewayResponse Record(GatewayCall call, NamespaceView view, IEnumerable<string> ids, GatewayResponse reply)
    {
        var trace = traces.For(call.Header("traceparent"));
        history.NoteSearch(call, view.Name, trace, view.Freshness.Watermark, ids);
        return Finish(view, trace, reply);
    }

    private static GatewayResponse Finish(NamespaceView view, string trace, GatewayResponse reply) =>
        reply.With("traceparent", trace).With("x-layer-stable-as-of", view.Freshness.Watermark);
}
