namespace Hevlayer.Local;

/// <summary>The metrics of this gateway. They are its own, not those of the product, and their names say so.</summary>
internal static class MetricCatalogue
{
    public const string Version = "1";
    public const string Rows = "local_rows";
    public const string Documents = "local_pipeline_documents";
    public const string Items = "local_function_items";

    private static readonly (string Name, MetricFamily Family, string What, Func<GatewayOperation, bool> Kind)[] Requests =
    [
        ("local_blob_requests_total", MetricFamily.Storage, "Requests that store or read blobs", RouteKinds.IsStorage),
        ("local_cache_requests_total", MetricFamily.Cache, "Requests that warm caches", RouteKinds.IsCache),
        ("local_fetch_requests_total", MetricFamily.Fetch, "Requests that fetch documents", RouteKinds.IsFetch),
        ("local_pipeline_requests_total", MetricFamily.Pipeline, "Requests to pipelines and functions", RouteKinds.IsPipeline),
        ("local_query_requests_total", MetricFamily.Query, "Searches", RouteKinds.IsQuery),
        ("local_requests_total", MetricFamily.Saturation, "All requests", static _ => true),
        ("local_write_requests_total", MetricFamily.Upsert, "Writes", RouteKinds.IsWrite),
    ];

    /// <summary>All of them in the order of their names.</summary>
    public static IReadOnlyList<MetricCatalogEntry> All { get; } =
    [
        .. Requests.Select(one => new MetricCatalogEntry
        {
            Name = one.Name,
            Kind = MetricKind.Counter,
            Family = one.Family,
            Labels = ["method", "route", "status"],
            Description = $"{one.What}, counted by the local gateway.",
            ExamplePromql = $"sum(rate({one.Name}[5m]))",
        }).Concat(
        [
            Gauge(Items, MetricFamily.Pipeline, "Rows in the queues of functions, as of now", "function", "state"),
            Gauge(Documents, MetricFamily.Pipeline, "Documents of pipelines, as of now", "pipeline", "stage"),
            Gauge(Rows, MetricFamily.Storage, "Rows of namespaces, as of now", "namespace"),
        ]).OrderBy(entry => entry.Name, StringComparer.Ordinal),
    ];

    /// <summary>Which routes a counter counts; null when there is no such counter.</summary>
    public static Func<GatewayOperation, bool>? KindOf(string name) => Array.Find(Requests, one => one.Name == name).Kind;

    private static MetricCatalogEntry Gauge(string name, MetricFamily family, string what, params string[] labels) => new()
    {
        Name = name,
        Kind = MetricKind.Gauge,
        Family = family,
        Labels = labels,
        Description = $"{what}.",
        ExamplePromql = $"sum by ({labels[^1]}) ({name})",
    };
}
