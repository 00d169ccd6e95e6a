namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Snapshots => new()
    {
        ["createSnapshot"] = static (api, token) => api.CreateSnapshotAsync("namespace", new() { Field = "field" }, cancellationToken: token),
        ["getNamespaceSnapshot"] = static (api, token) => api.GetNamespaceSnapshotAsync("namespace", "sha", cancellationToken: token),
        ["getSnapshotJob"] = static (api, token) => api.GetSnapshotJobAsync("namespace", "job_id", cancellationToken: token),
        ["getSnapshotPolicy"] = static (api, token) => api.GetSnapshotPolicyAsync("namespace", cancellationToken: token),
        ["listNamespaceHistory"] = static (api, token) => api.ListNamespaceHistoryAsync("namespace", cancellationToken: token),
        ["listSnapshotActivity"] = static (api, token) => api.ListSnapshotActivityAsync(cancellationToken: token),
        ["listSnapshotJobs"] = static (api, token) => api.ListSnapshotJobsAsync("namespace", cancellationToken: token),
        ["putSnapshotPolicy"] = static (api, token) => api.PutSnapshotPolicyAsync("namespace", new(), cancellationToken: token),
    };
}
