namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private const string PromQl = "sum(rate(layer_queries_total{ns=\"a b\"}[5m])) > 1";
    private const string PromQlInUrl = "sum%28rate%28layer_queries_total%7Bns%3D%22a%20b%22%7D%5B5m%5D%29%29%20%3E%201";
    private const string RangeInUrl = $"query={PromQlInUrl}&start=2026-01-02T03%3A04%3A05%2B01%3A00&end=1767323045.5&step=1m&timeout=30s";

    private static Dictionary<string, WireRow> Observability => new()
    {
        ["getMetricCatalogEntry"] = new(
            static (api, token) => api.GetMetricCatalogEntryAsync(Tricky.Id, cancellationToken: token),
            new($"GET /v2/metrics/catalog/{Tricky.IdInUrl}"),
            new("GET /v2/metrics/catalog/name")),
        ["listMetricsCatalog"] = new(
            static (api, token) => api.ListMetricsCatalogAsync("p/#?%:+ &=\"é", cancellationToken: token),
            new($"GET /v2/metrics/catalog?family={Tricky.TextInUrl}"),
            new("GET /v2/metrics/catalog")),
        ["queryMetrics"] = new(
            static (api, token) => api.QueryMetricsAsync(PromQl, time: "1767323045.5", timeout: "30s", cancellationToken: token),
            new($"GET /v2/metrics/query?query={PromQlInUrl}&time=1767323045.5&timeout=30s"),
            new("GET /v2/metrics/query?query=query")),
        ["queryMetricsApiV1"] = new(
            static (api, token) => api.QueryMetricsApiV1Async(PromQl, time: "1767323045.5", timeout: "30s", cancellationToken: token),
            new($"GET /v2/metrics/api/v1/query?query={PromQlInUrl}&time=1767323045.5&timeout=30s"),
            new("GET /v2/metrics/api/v1/query?query=query")),
        ["queryMetricsRange"] = new(
            static (api, token) => api.QueryMetricsRangeAsync(PromQl, "2026-01-02T03:04:05+01:00", "1767323045.5", "1m", timeout: "30s", cancellationToken: token),
            new($"GET /v2/metrics/query_range?{RangeInUrl}"),
            new("GET /v2/metrics/query_range?query=query&start=start&end=end&step=step")),
        ["queryMetricsRangeApiV1"] = new(
            static (api, token) => api.QueryMetricsRangeApiV1Async(PromQl, "2026-01-02T03:04:05+01:00", "1767323045.5", "1m", timeout: "30s", cancellationToken: token),
            new($"GET /v2/metrics/api/v1/query_range?{RangeInUrl}"),
            new("GET /v2/metrics/api/v1/query_range?query=query&start=start&end=end&step=step")),
    };
}
