namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Snapshots => new()
    {
        ["createSnapshot"] = new(
            static (api, token) => api.CreateSnapshotAsync(
                Tricky.Namespace,
                new() { Field = Tricky.Text, Source = SnapshotSource.Stored, Filters = Json("null"), PageSize = 0 },
                cancellationToken: token),
            new($"POST /v2/namespaces/{Tricky.NamespaceInUrl}/snapshots", """{"field":"p/#?%:+ &=\"é","source":"stored","filters":null,"page_size":0}"""),
            new("POST /v2/namespaces/namespace/snapshots", """{"field":"field"}""")),
        ["getNamespaceSnapshot"] = new(
            static (api, token) => api.GetNamespaceSnapshotAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/snapshots/{Tricky.IdInUrl}"),
            new("GET /v2/namespaces/namespace/snapshots/sha")),
        ["getSnapshotJob"] = new(
            static (api, token) => api.GetSnapshotJobAsync(Tricky.Namespace, Tricky.Id, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/snapshot-jobs/{Tricky.IdInUrl}"),
            new("GET /v2/namespaces/namespace/snapshot-jobs/job_id")),
        ["getSnapshotPolicy"] = new(
            static (api, token) => api.GetSnapshotPolicyAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/snapshot-policy"),
            new("GET /v2/namespaces/namespace/snapshot-policy")),
        ["listNamespaceHistory"] = new(
            static (api, token) => api.ListNamespaceHistoryAsync(Tricky.Namespace, limit: 0, before: Tricky.Text, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/history?limit=0&before={Tricky.TextInUrl}"),
            new("GET /v2/namespaces/namespace/history")),
        ["listSnapshotActivity"] = new(
            static (api, token) => api.ListSnapshotActivityAsync(since: 0, limit: 1, namespaceName: Tricky.Namespace, cursor: Tricky.Text, cancellationToken: token),
            new($"GET /v2/activity/snapshots?since=0&limit=1&namespace={Tricky.NamespaceInUrl}&cursor={Tricky.TextInUrl}"),
            new("GET /v2/activity/snapshots")),
        ["listSnapshotJobs"] = new(
            static (api, token) => api.ListSnapshotJobsAsync(Tricky.Namespace, cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/snapshot-jobs"),
            new("GET /v2/namespaces/namespace/snapshot-jobs")),
        ["putSnapshotPolicy"] = new(
            static (api, token) => api.PutSnapshotPolicyAsync(
                Tricky.Namespace,
                new() { FacetFields = [], Interval = "5m", Retention = "never" },
                cancellationToken: token),
            new($"PUT /v2/namespaces/{Tricky.NamespaceInUrl}/snapshot-policy", """{"facetFields":[],"interval":"5m","retention":"never"}"""),
            new("PUT /v2/namespaces/namespace/snapshot-policy", "{}")),
    };
}
