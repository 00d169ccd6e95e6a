using System.Text.Json;

namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Query => new()
    {
        ["batchQueryNamespace"] = new(
            static (api, token) => api.BatchQueryNamespaceAsync(
                Tricky.Namespace,
                new()
                {
                    Queries = [new() { AdditionalMembers = new Dictionary<string, JsonElement> { ["top_k"] = Json("0"), ["filters"] = Json("null") } }, new()],
                    Consistency = Json("""{"level":"eventual"}"""),
                    VectorEncoding = "float",
                },
                searchQuery: Tricky.SearchQuery,
                tags: Tricky.Tags,
                traceparent: Tricky.TraceParent,
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}/query?stainless_overload=multiQuery",
                """{"queries":[{"top_k":0,"filters":null},{}],"consistency":{"level":"eventual"},"vector_encoding":"float"}""")
            {
                SearchQuery = Tricky.SearchQuery,
                Tags = Tricky.Tags,
                TraceParent = Tricky.TraceParent,
            },
            new("POST /v2/namespaces/namespace/query?stainless_overload=multiQuery", """{"queries":[{}]}""")),
        ["query"] = new(
            static (api, token) => api.QueryAsync(
                new()
                {
                    Vector = new float[] { 0.1f, 0f },
                    NearestToId = [Tricky.Id],
                    TopK = 0,
                    Filters = Json("""["flag","Eq",false]"""),
                    AsOf = 0,
                    Between = [0, 1767323045123],
                    IncludeAttributes = new[] { "title", "text" },
                    IncludeLegBreakdown = false,
                    Cursor = "",
                    RankBy = [Json("\"text\""), Json("\"HybridText\""), Json("\"läufer\"")],
                    Namespaces = ["*"],
                    Strict = false,
                    Fusion = new() { PerNamespaceLimit = 0, RankConstant = 60 },
                },
                searchQuery: Tricky.SearchQuery,
                tags: Tricky.Tags,
                traceparent: Tricky.TraceParent,
                cancellationToken: token),
            new(
                "POST /v2/query",
                """
                {"vector":[0.1,0],"nearest_to_id":["id/1#2?3%4:5+6 ü"],"top_k":0,"filters":["flag","Eq",false],"as_of":0,
                 "between":[0,1767323045123],"include_attributes":["title","text"],"include_leg_breakdown":false,"cursor":"",
                 "rank_by":["text","HybridText","läufer"],"namespaces":["*"],"strict":false,
                 "fusion":{"per_namespace_limit":0,"rank_constant":60}}
                """)
            {
                SearchQuery = Tricky.SearchQuery,
                Tags = Tricky.Tags,
                TraceParent = Tricky.TraceParent,
            },
            new("POST /v2/query", "{}")),
        ["queryNamespace"] = new(
            static (api, token) => api.QueryNamespaceAsync(
                Tricky.Namespace,
                new()
                {
                    Vector = new float[] { 0.1f, 0f },
                    NearestToId = [Tricky.Id],
                    TopK = 10,
                    Filters = Json("""["flag","Eq",false]"""),
                    AsOf = 1767323045123,
                    Between = [],
                    IncludeAttributes = false,
                    IncludeLegBreakdown = true,
                    Cursor = "next",
                    RankBy = [Json("\"vector\""), Json("\"ANN\""), Json("[0.5]")],
                },
                searchQuery: Tricky.SearchQuery,
                tags: Tricky.Tags,
                traceparent: Tricky.TraceParent,
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}/query",
                """
                {"vector":[0.1,0],"nearest_to_id":["id/1#2?3%4:5+6 ü"],"top_k":10,"filters":["flag","Eq",false],"as_of":1767323045123,
                 "between":[],"include_attributes":false,"include_leg_breakdown":true,"cursor":"next","rank_by":["vector","ANN",[0.5]]}
                """)
            {
                SearchQuery = Tricky.SearchQuery,
                Tags = Tricky.Tags,
                TraceParent = Tricky.TraceParent,
            },
            new("POST /v2/namespaces/namespace/query", "{}")),
    };
}
