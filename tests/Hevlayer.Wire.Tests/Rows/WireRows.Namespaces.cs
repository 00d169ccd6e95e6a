using System.Text.Json;

namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Namespaces => new()
    {
        ["branchNamespace"] = new(
            static (api, token) => api.BranchNamespaceAsync(
                Tricky.Namespace,
                new() { BranchFromNamespace = Json("""{"source_namespace":"products","at":null}"""), AdditionalMembers = new Dictionary<string, JsonElement> { ["distance_metric"] = Json("\"cosine_distance\"") } },
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}?stainless_overload=branchFrom",
                """{"branch_from_namespace":{"source_namespace":"products","at":null},"distance_metric":"cosine_distance"}"""),
            new("POST /v2/namespaces/namespace?stainless_overload=branchFrom", """{"branch_from_namespace":{}}""")),
        ["copyNamespace"] = new(
            static (api, token) => api.CopyNamespaceAsync(
                Tricky.Namespace,
                new() { CopyFromNamespace = new AttributeMap { ["source_namespace"] = Tricky.Namespace, ["source_region"] = AttributeValue.Null } },
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}?stainless_overload=copyFrom",
                """{"copy_from_namespace":{"source_namespace":"../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂","source_region":null}}"""),
            new("POST /v2/namespaces/namespace?stainless_overload=copyFrom", """{"copy_from_namespace":"source"}""")),
        ["deleteNamespace"] = new(
            static (api, token) => api.DeleteNamespaceAsync(Tricky.Namespace, cancellationToken: token),
            new($"DELETE /v2/namespaces/{Tricky.NamespaceInUrl}"),
            new("DELETE /v2/namespaces/namespace")),
        ["getNamespaceMetadata"] = new(
            static (api, token) => api.GetNamespaceMetadataAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/metadata"),
            new("GET /v2/namespaces/namespace/metadata")),
        ["importNamespace"] = new(
            static (api, token) => api.ImportNamespaceAsync(Tricky.Namespace, new ByteArrayContent([255, 255, 255, 255, 0]), cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/import") { Bytes = [255, 255, 255, 255, 0], ContentType = "application/vnd.apache.arrow.stream" },
            new("POST /v2/namespaces/namespace/import") { Bytes = [1, 2, 3], ContentType = "application/vnd.apache.arrow.stream" }),
        ["initNamespace"] = new(
            static (api, token) => api.InitNamespaceAsync(Tricky.Namespace, new() { SchemaVersion = 0, ShardCount = 5_000_000_000 }, cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/init", """{"schema_version":0,"shard_count":5000000000}"""),
            new("POST /v2/namespaces/namespace/init", "{}")),
        ["listNamespaces"] = new(
            static (api, token) => api.ListNamespacesAsync(prefix: Tricky.Text, cursor: "c=1", pageSize: 0, cancellationToken: token),
            new($"GET /v2/namespaces?prefix={Tricky.TextInUrl}&cursor=c%3D1&page_size=0"),
            new("GET /v2/namespaces")),
        ["writeNamespace"] = new(
            static (api, token) => api.WriteNamespaceAsync(
                Tricky.Namespace,
                new()
                {
                    AdditionalMembers = new Dictionary<string, JsonElement>
                    {
                        ["upsert_rows"] = Json("""[{"id":"a","vector":[0.1],"text":null,"flag":false,"n":0}]"""),
                        ["deletes"] = Json("""["b",7]"""),
                        ["distance_metric"] = Json("\"cosine_distance\""),
                    },
                },
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}",
                """{"upsert_rows":[{"id":"a","vector":[0.1],"text":null,"flag":false,"n":0}],"deletes":["b",7],"distance_metric":"cosine_distance"}"""),
            new("POST /v2/namespaces/namespace", "{}")),
    };
}
