namespace Hevlayer.Tests.Shared;

internal static partial class OperationCalls
{
    private static Dictionary<string, OperationCall> Observability => new()
    {
        ["getMetricCatalogEntry"] = static (api, token) => api.GetMetricCatalogEntryAsync("name", cancellationToken: token),
        ["listMetricsCatalog"] = static (api, token) => api.ListMetricsCatalogAsync(cancellationToken: token),
        ["queryMetrics"] = static (api, token) => api.QueryMetricsAsync("query", cancellationToken: token),
        ["queryMetricsApiV1"] = static (api, token) => api.QueryMetricsApiV1Async("query", cancellationToken: token),
        ["queryMetricsRange"] = static (api, token) => api.QueryMetricsRangeAsync("query", "start", "end", "step", cancellationToken: token),
        ["queryMetricsRangeApiV1"] = static (api, token) => api.QueryMetricsRangeApiV1Async("query", "start", "end", "step", cancellationToken: token),
    };
}
