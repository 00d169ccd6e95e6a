namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Scans => new()
    {
        ["createScan"] = new(
            static (api, token) => api.CreateScanAsync(
                Tricky.Namespace,
                new()
                {
                    Source = ScanCountSource.Origin,
                    Filters = Json("""["n","Gt",0]"""),
                    AsOf = 0,
                    Between = [0, 1],
                    Fts = new() { Field = "text", Query = "é" },
                    HybridText = new() { Field = "text", Query = "läufer", Fuzziness = 0 },
                    Ann = new() { Vector = new float[] { 0.1f }, Field = "vector", Radius = 0 },
                    Mode = ScanMode.Values,
                    Field = "brand",
                    Exhaustive = false,
                    Threads = 0,
                    PageSize = 1,
                    TimeoutSeconds = 300,
                },
                cancellationToken: token),
            new(
                $"POST /v2/namespaces/{Tricky.NamespaceInUrl}/scans",
                """
                {"source":"origin","filters":["n","Gt",0],"as_of":0,"between":[0,1],"fts":{"field":"text","query":"é"},
                 "hybrid_text":{"field":"text","query":"läufer","fuzziness":0},"ann":{"vector":[0.1],"field":"vector","radius":0},
                 "mode":"values","field":"brand","exhaustive":false,"threads":0,"page_size":1,"timeout_seconds":300}
                """),
            new("POST /v2/namespaces/namespace/scans", "{}")),
        ["deleteScan"] = new(
            static (api, token) => api.DeleteScanAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"DELETE /v2/namespaces/{Tricky.NamespaceInUrl}/scans/{Tricky.IdInUrl}"),
            new("DELETE /v2/namespaces/namespace/scans/scan_id")),
        ["getScan"] = new(
            static (api, token) => api.GetScanAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/scans/{Tricky.IdInUrl}"),
            new("GET /v2/namespaces/namespace/scans/scan_id")),
        ["getScanResults"] = new(
            static (api, token) => api.GetScanResultsAsync(Tricky.Namespace, Tricky.Id, limit: 10_000, offset: 0, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/scans/{Tricky.IdInUrl}/results?limit=10000&offset=0"),
            new("GET /v2/namespaces/namespace/scans/scan_id/results")),
        ["listScans"] = new(
            static (api, token) => api.ListScansAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/scans"),
            new("GET /v2/namespaces/namespace/scans")),
    };
}
