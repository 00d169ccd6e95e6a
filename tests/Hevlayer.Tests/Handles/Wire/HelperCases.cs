namespace Hevlayer.Tests.Handles;

/// <summary>The helpers that send one request.</summary>
internal static partial class HelperCases
{
    private static Dictionary<string, HelperCase> All =>
        new[] { Queries, Writes, Warmth, Lists, Flat }.SelectMany(cases => cases).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    public static HelperCase Get(string name) => All[name];

    private static Dictionary<string, HelperCase> Warmth => new()
    {
        ["warm"] = new(
            "hintCacheWarm",
            "GET /v1/namespaces/a%2Fb/hint_cache_warm?turbopuffer=true&documents=true&snapshots=true&blobs=false",
            null,
            client => Space(client).WarmNamespaceAsync()),
        ["warm with steps"] = new(
            "hintCacheWarm",
            "GET /v1/namespaces/a%2Fb/hint_cache_warm?turbopuffer=false&documents=false&snapshots=true&blobs=true&blob_budget_bytes=1048576&page_size=10000",
            null,
            client => Space(client).WarmNamespaceAsync(new() { Turbopuffer = false, Documents = false, Blobs = true, BlobBudgetBytes = 1 << 20, PageSize = 10_000 })),
    };
}
