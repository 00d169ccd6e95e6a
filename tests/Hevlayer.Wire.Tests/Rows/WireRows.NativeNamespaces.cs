using System.Text.Json;

namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> NativeNamespaces => new()
    {
        ["evaluateTurbopufferRecall"] = new(
            static (api, token) => api.EvaluateTurbopufferRecallAsync(
                Tricky.Namespace,
                new()
                {
                    Num = 0,
                    TopK = 10,
                    Filters = Json("""["n","Eq",0]"""),
                    RankBy = Json("""["vector","ANN",[0.5]]"""),
                    IncludeGroundTruth = false,
                    AdditionalMembers = new Dictionary<string, JsonElement> { ["queries"] = Json("[0.5]") },
                },
                cancellationToken: token),
            new(
                $"POST /v1/namespaces/{Tricky.NamespaceInUrl}/_debug/recall",
                """{"num":0,"top_k":10,"filters":["n","Eq",0],"rank_by":["vector","ANN",[0.5]],"include_ground_truth":false,"queries":[0.5]}"""),
            new("POST /v1/namespaces/namespace/_debug/recall", "{}")),
        ["getTurbopufferNamespaceSchema"] = new(
            static (api, token) => api.GetTurbopufferNamespaceSchemaAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v1/namespaces/{Tricky.NamespaceInUrl}/schema"),
            new("GET /v1/namespaces/namespace/schema")),
        ["getTurbopufferV1NamespaceMetadata"] = new(
            static (api, token) => api.GetTurbopufferV1NamespaceMetadataAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v1/namespaces/{Tricky.NamespaceInUrl}/metadata"),
            new("GET /v1/namespaces/namespace/metadata")),
        ["listTurbopufferNamespaces"] = new(
            static (api, token) => api.ListTurbopufferNamespacesAsync(cursor: "c=1", prefix: Tricky.Text, pageSize: 1000, cancellationToken: token),
            new($"GET /v1/namespaces?cursor=c%3D1&prefix={Tricky.TextInUrl}&page_size=1000"),
            new("GET /v1/namespaces")),
        ["updateTurbopufferNamespaceMetadata"] = new(
            static (api, token) => api.UpdateTurbopufferNamespaceMetadataAsync(
                Tricky.Namespace,
                new() { Pinning = Json("null"), AdditionalMembers = new Dictionary<string, JsonElement> { ["note"] = Json("false") } },
                cancellationToken: token),
            new($"PATCH /v1/namespaces/{Tricky.NamespaceInUrl}/metadata", """{"pinning":null,"note":false}"""),
            new("PATCH /v1/namespaces/namespace/metadata", "{}")),
        ["updateTurbopufferNamespaceSchema"] = new(
            static (api, token) => api.UpdateTurbopufferNamespaceSchemaAsync(
                Tricky.Namespace,
                new() { AdditionalMembers = new Dictionary<string, JsonElement> { ["text é"] = Json("""{"type":"string","filterable":false,"full_text_search":null}""") } },
                cancellationToken: token),
            new($"POST /v1/namespaces/{Tricky.NamespaceInUrl}/schema", """{"text é":{"type":"string","filterable":false,"full_text_search":null}}"""),
            new("POST /v1/namespaces/namespace/schema", "{}")),
    };
}
