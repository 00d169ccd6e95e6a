namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Functions => new()
    {
        ["claimUdfItems"] = static (api, token) => api.ClaimUdfItemsAsync("udf_id", new() { WorkerId = "worker_id" }, cancellationToken: token),
        ["completeUdfItems"] = static (api, token) => api.CompleteUdfItemsAsync("udf_id", new() { WorkerId = "worker_id", Items = [new() { Namespace = "namespace", Id = "id" }] }, cancellationToken: token),
        ["createUdf"] = static (api, token) => api.CreateUdfAsync(new() { Id = "id", Spec = new() { Worker = new() } }, cancellationToken: token),
        ["deleteUdf"] = static (api, token) => api.DeleteUdfAsync("udf_id", cancellationToken: token),
        ["discoverUdf"] = static (api, token) => api.DiscoverUdfAsync("udf_id", new(), cancellationToken: token),
        ["failUdfItems"] = static (api, token) => api.FailUdfItemsAsync("udf_id", new() { WorkerId = "worker_id", Items = [new() { Namespace = "namespace", Id = "id", Kind = UdfErrorKind.Transient }] }, cancellationToken: token),
        ["getUdf"] = static (api, token) => api.GetUdfAsync("udf_id", cancellationToken: token),
        ["getUdfStatus"] = static (api, token) => api.GetUdfStatusAsync("udf_id", cancellationToken: token),
        ["heartbeatUdfItems"] = static (api, token) => api.HeartbeatUdfItemsAsync("udf_id", new() { WorkerId = "worker_id", Items = [new() { Namespace = "namespace", Id = "id" }] }, cancellationToken: token),
        ["listUdfs"] = static (api, token) => api.ListUdfsAsync(cancellationToken: token),
        ["pauseUdf"] = static (api, token) => api.PauseUdfAsync("udf_id", cancellationToken: token),
        ["resetFailedUdf"] = static (api, token) => api.ResetFailedUdfAsync("udf_id", cancellationToken: token),
        ["resumeUdf"] = static (api, token) => api.ResumeUdfAsync("udf_id", cancellationToken: token),
        ["upsertUdf"] = static (api, token) => api.UpsertUdfAsync("udf_id", new() { Spec = new() { Worker = new() } }, cancellationToken: token),
    };
}
