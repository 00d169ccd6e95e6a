namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Cache => new()
    {
        ["getWarmJob"] = static (api, token) => api.GetWarmJobAsync("namespace", "job_id", cancellationToken: token),
        ["hintCacheWarm"] = static (api, token) => api.HintCacheWarmAsync("namespace", cancellationToken: token),
        ["listWarmJobs"] = static (api, token) => api.ListWarmJobsAsync("namespace", cancellationToken: token),
        ["warmCache"] = static (api, token) => api.WarmCacheAsync("namespace", cancellationToken: token),
    };
}
