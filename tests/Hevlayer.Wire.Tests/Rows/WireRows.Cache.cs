namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Cache => new()
    {
        ["getWarmJob"] = new(
            static (api, token) => api.GetWarmJobAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/warm-jobs/{Tricky.IdInUrl}"),
            new("GET /v2/namespaces/namespace/warm-jobs/job_id")),
        ["hintCacheWarm"] = new(
            static (api, token) => api.HintCacheWarmAsync(
                Tricky.Namespace,
                turbopuffer: false,
                documents: true,
                snapshots: false,
                blobs: true,
                blobBudgetBytes: 5_000_000_000,
                pageSize: 10_000,
                cancellationToken: token),
            new($"GET /v1/namespaces/{Tricky.NamespaceInUrl}/hint_cache_warm?turbopuffer=false&documents=true&snapshots=false&blobs=true&blob_budget_bytes=5000000000&page_size=10000"),
            new("GET /v1/namespaces/namespace/hint_cache_warm")),
        ["listWarmJobs"] = new(
            static (api, token) => api.ListWarmJobsAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/warm-jobs"),
            new("GET /v2/namespaces/namespace/warm-jobs")),
        ["warmCache"] = new(
            static (api, token) => api.WarmCacheAsync(Tricky.Namespace, pageSize: 0, cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/warm?page_size=0"),
            new("POST /v2/namespaces/namespace/warm")),
    };
}
