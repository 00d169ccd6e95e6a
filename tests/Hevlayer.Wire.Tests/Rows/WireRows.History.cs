namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> History => new()
    {
        ["listClickstream"] = new(
            static (api, token) => api.ListClickstreamAsync(
                Tricky.Namespace,
                traceId: "0af7651916cd43dd8448eb211c80319c",
                tag: ["cart:42", "a+b"],
                from: "2026-01-02T03:04:05Z",
                to: "2026-01-03T03:04:05+01:00",
                before: Tricky.Text,
                limit: 0,
                cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/clickstream?trace_id=0af7651916cd43dd8448eb211c80319c&tag=cart%3A42%2Ca%2Bb&from=2026-01-02T03%3A04%3A05Z&to=2026-01-03T03%3A04%3A05%2B01%3A00&before={Tricky.TextInUrl}&limit=0"),
            new("GET /v2/namespaces/namespace/clickstream")),
        ["listSearchHistory"] = new(
            static (api, token) => api.ListSearchHistoryAsync(
                Tricky.Namespace,
                tag: ["cart:42", "a+b"],
                from: "2026-01-02T03:04:05Z",
                to: "2026-01-03T03:04:05+01:00",
                before: Tricky.Text,
                limit: 500,
                cancellationToken: token),
            new($"GET /v2/namespaces/{Tricky.NamespaceInUrl}/search-history?tag=cart%3A42%2Ca%2Bb&from=2026-01-02T03%3A04%3A05Z&to=2026-01-03T03%3A04%3A05%2B01%3A00&before={Tricky.TextInUrl}&limit=500"),
            new("GET /v2/namespaces/namespace/search-history")),
    };
}
