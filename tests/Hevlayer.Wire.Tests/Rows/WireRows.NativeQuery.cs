using System.Text.Json;

namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> NativeQuery => new()
    {
        ["explainTurbopufferQuery"] = new(
            static (api, token) => api.ExplainTurbopufferQueryAsync(Tricky.Namespace, NativeQueryBody, cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/explain_query", """{"rank_by":["text","BM25","é"],"top_k":0,"filters":null}"""),
            new("POST /v2/namespaces/namespace/explain_query", "{}")),
        ["queryTurbopufferNamespace"] = new(
            static (api, token) => api.QueryTurbopufferNamespaceAsync(Tricky.Namespace, NativeQueryBody, cancellationToken: token),
            new($"POST /v1/namespaces/{Tricky.NamespaceInUrl}/query", """{"rank_by":["text","BM25","é"],"top_k":0,"filters":null}"""),
            new("POST /v1/namespaces/namespace/query", "{}")),
    };

    private static TurbopufferQueryRequest NativeQueryBody => new()
    {
        AdditionalMembers = new Dictionary<string, JsonElement>
        {
            ["rank_by"] = Json("""["text","BM25","é"]"""),
            ["top_k"] = Json("0"),
            ["filters"] = Json("null"),
        },
    };
}
