namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Query => new()
    {
        ["batchQueryNamespace"] = static (api, token) => api.BatchQueryNamespaceAsync("namespace", new() { Queries = [new()] }, cancellationToken: token),
        ["explainTurbopufferQuery"] = static (api, token) => api.ExplainTurbopufferQueryAsync("namespace", new(), cancellationToken: token),
        ["query"] = static (api, token) => api.QueryAsync(new(), cancellationToken: token),
        ["queryNamespace"] = static (api, token) => api.QueryNamespaceAsync("namespace", new(), cancellationToken: token),
        ["queryTurbopufferNamespace"] = static (api, token) => api.QueryTurbopufferNamespaceAsync("namespace", new(), cancellationToken: token),
    };
}
