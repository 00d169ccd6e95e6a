namespace Hevlayer.Tests.Handles;

internal static partial class HelperCases
{
    private static readonly float[] Vector = [1, 0.5f];

    private static readonly SearchContext Search = new()
    {
        QueryText = " \nred kettles ",
        Tags = [" b:2 ", "a=1", "", "b:2"],
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    };

    private static readonly string[] ClickHeaders =
        ["traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "x-hevlayer-tags: a=1,b:2"];

    private static readonly string[] QueryHeaders = [ClickHeaders[0], "x-hevlayer-search-query: red kettles", ClickHeaders[1]];

    private static Dictionary<string, HelperCase> Queries => new()
    {
        ["query"] = new(
            "queryNamespace",
            "POST /v2/namespaces/a%2Fb/query",
            """{"vector":[1,0.5],"top_k":3}""",
            client => Space(client).QueryAsync(new() { Vector = Vector, TopK = 3 }, Search)) { SearchHeaders = QueryHeaders },
        ["query without context"] = new(
            "queryNamespace",
            "POST /v2/namespaces/a%2Fb/query",
            """{"nearest_to_id":["x"]}""",
            client => Space(client).QueryAsync(new() { NearestToId = ["x"] })),
        ["batch"] = new(
            "batchQueryNamespace",
            "POST /v2/namespaces/a%2Fb/query?stainless_overload=multiQuery",
            """{"queries":[{"rank_by":["n","desc"],"top_k":1},{"rank_by":["vector","ANN",[1,0.5]],"top_k":2}]}""",
            client => Space(client).BatchQueryAsync(
                BatchQueryRequest.Of(new() { RankBy = RankBy.Descending("n"), TopK = 1 }, new() { RankBy = RankBy.Ann(Vector), TopK = 2 }),
                Search)) { SearchHeaders = QueryHeaders },
        ["fetch"] = new(
            "fetchDocument",
            "GET /v2/namespaces/a%2Fb/documents/doc%231?include_attributes=x%2Cy",
            null,
            client => Space(client).FetchAsync("doc#1", ["x", "y"], Search)) { SearchHeaders = ClickHeaders },
        ["fetch many"] = new(
            "fetchDocuments",
            "POST /v2/namespaces/a%2Fb/documents",
            """{"ids":["doc#1","2"],"include_attributes":["x"]}""",
            client => Space(client).FetchManyAsync(["doc#1", "2"], ["x"], Search)) { SearchHeaders = ClickHeaders },
    };

    private static Dictionary<string, HelperCase> Writes => new()
    {
        ["count"] = new("createScan", "POST /v2/namespaces/a%2Fb/scans", """{"mode":"count"}""", client => Space(client).CountAsync()),
        ["count with settings"] = new(
            "createScan",
            "POST /v2/namespaces/a%2Fb/scans",
            """{"mode":"count","source":"origin","filters":["k","Eq",false],"as_of":0,"exhaustive":false,"timeout_seconds":300}""",
            client => Space(client).CountAsync(new() { Source = ScanCountSource.Origin, Filters = Filter.Eq("k", false), AsOf = 0, Exhaustive = false, TimeoutSeconds = 300 })),
        ["checkpoint"] = new(
            "createCheckpoint",
            "POST /v2/namespaces/a%2Fb/checkpoints",
            """{"label":"before"}""",
            client => Space(client).CreateCheckpointAsync("before")),
        ["branch"] = new(
            "branchNamespace",
            "POST /v2/namespaces/a%2Fb?stainless_overload=branchFrom",
            """{"branch_from_namespace":{"source_namespace":"old"}}""",
            client => Space(client).BranchFromAsync("old")),
        ["copy"] = new(
            "copyNamespace",
            "POST /v2/namespaces/a%2Fb?stainless_overload=copyFrom",
            """{"copy_from_namespace":"old"}""",
            client => Space(client).CopyFromAsync("old")),
        ["copy with options"] = new(
            "copyNamespace",
            "POST /v2/namespaces/a%2Fb?stainless_overload=copyFrom",
            """{"copy_from_namespace":{"source_namespace":"old","source_region":"eu"}}""",
            client => Space(client).CopyFromAsync(new AttributeMap { ["source_namespace"] = "old", ["source_region"] = "eu" })),
        ["patch columns"] = new(
            "writeNamespace",
            "POST /v2/namespaces/a%2Fb",
            """{"patch_columns":{"id":["x","y"],"n":[1,0],"on":[false,true]}}""",
            client => Space(client).PatchColumnsAsync(["x", "y"], new Dictionary<string, AttributeValues> { ["n"] = [1, 0], ["on"] = [false, true] })),
    };

    private static NamespaceClient Space(HevlayerClient client) => client.Namespace("a/b");
}
