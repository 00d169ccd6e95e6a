using System.Globalization;

namespace Hevlayer.Local.Tests;

/// <summary>Everything that can be read from a gateway after <see cref="Traffic"/>, and what comes of going on from there.</summary>
internal static class TrafficReads
{
    private static readonly string[] Paths =
    [
        "/v1/namespaces", "/v1/namespaces/n/blobs/5570a3cf02207f1d352d2cfea385be4bc0b2b9414f606baa6f55db60b232f221", "/v1/namespaces/n/hint_cache_warm", "/v1/namespaces/i/metadata", "/v1/namespaces/n/metadata", "/v1/namespaces/n/schema", "/v1/namespaces/i/schema",
        "/v2/namespaces", "/v2/namespaces/n/metadata", "/v2/namespaces/m/metadata", "/v2/namespaces/i/metadata", "/v2/namespaces/copied/metadata", "/v2/namespaces/branched/metadata", "/v2/namespaces/gone/metadata",
        "/v2/namespaces/n/documents/r?include_attributes=true", "/v2/namespaces/n/documents/s?include_attributes=_hevlayer_upserted_at,_hevlayer_udf_g_v,_hevlayer_udf_f_stale_after,title", "/v2/namespaces/i/documents/b?include_attributes=true",
        "/v2/namespaces/n/history", "/v2/namespaces/n/search-history", "/v2/namespaces/n/search-history?tag=shop&limit=1", "/v2/namespaces/m/search-history", "/v2/namespaces/i/search-history", "/v2/namespaces/n/clickstream", "/v2/namespaces/n/clickstream?tag=shop",
        "/v2/namespaces/n/scans", "/v2/namespaces/n/checkpoints", "/v2/namespaces/n/checkpoints/l", "/v2/namespaces/n/warm-jobs", "/v2/namespaces/n/snapshot-jobs", "/v2/namespaces/n/snapshot-policy", "/v2/activity/snapshots",
        "/v2/pipelines", "/v2/pipelines/p/status", "/v2/pipelines/q/status", "/v2/pipelines/p/documents/a/chunks", "/v2/pipelines/p/documents/e/chunks",
        "/v2/udfs", "/v2/udfs/f", "/v2/udfs/f/status", "/v2/udfs/g", "/v2/udfs/g/status", "/v2/udfs/deleted/status", "/v2/keys", "/v2/keys?includeRevoked=true", "/v2/keys/key-1",
        "/v2/license", "/v2/warehouses", "/v2/warehouses/sales", "/v2/vectorstores", "/v2/vectorstores/local", "/v2/cost/rate-card", "/v2/metrics/catalog",
        "/_local/pipelines", "/_local/pipelines/p", "/_local/pipelines/p?stage=embedding", "/_local/pipelines/p/documents/a", "/_local/pipelines/p/documents/c", "/_local/pipelines/p/documents/e", "/_local/failed", "/_local/workers",
        "/_local/namespaces", "/_local/namespaces/n", "/_local/namespaces/i?text=text&field=text", "/_local/functions", "/_local/functions/f", "/_local/functions/g", "/_local/clock",
    ];

    // The list, its member, the id of an entry, what an entry is read by.
    private static readonly (string List, string? Member, string Id, string Entry)[] Listed =
    [
        ("/v2/namespaces/n/scans", "scans", "id", "/v2/namespaces/n/scans/{0}"),
        ("/v2/namespaces/n/scans", "scans", "id", "/v2/namespaces/n/scans/{0}/results"),
        ("/v2/namespaces/n/warm-jobs", "warm_jobs", "id", "/v2/namespaces/n/warm-jobs/{0}"),
        ("/v2/namespaces/n/snapshot-jobs", "snapshot_jobs", "id", "/v2/namespaces/n/snapshot-jobs/{0}"),
        ("/v2/namespaces/n/history", null, "sha", "/v2/namespaces/n/snapshots/{0}"),
    ];

    private static readonly (string Path, string Body)[] GoingOn =
    [
        ("/v2/pipelines/p/claim", """{"worker_id":"v"}"""),
        ("/v2/udfs/f/claim", """{"worker_id":"v"}"""),
        ("/v2/udfs/g/claim", """{"worker_id":"v"}"""),
        ("/v2/namespaces/n/query", """{"vector":[1,0],"top_k":2}"""),
        ("/v2/namespaces/i/query", """{"rank_by":["text","BM25","text of b"],"top_k":2}"""),
        ("/v2/namespaces/n/query?stainless_overload=multiQuery", """{"queries":[{"rank_by":["vector","ANN",[1,0]],"top_k":1},{"rank_by":["title","asc"],"top_k":1}]}"""),
        ("/v1/namespaces/n/query", """{"rank_by":["vector","ANN",[1,0]],"top_k":2}"""),
        ("/v1/namespaces/n/_debug/recall", """{"num":2,"top_k":2}"""),
        ("/v2/namespaces/n/explain_query", """{"rank_by":["vector","ANN",[1,0]],"top_k":2}"""),
        ("/v2/namespaces/i/documents", """{"ids":["a","c","none"]}"""),
        ("/v2/query", """{"vector":[1,0],"namespaces":["n","m","i"]}"""),
        ("/v2/query", """{"rank_by":["text","HybridText","text of a"],"namespaces":["*"]}"""),
        ("/v2/agents/shop/query", """{"query":"what?","vector":[1,0]}"""),
        ("/v2/namespaces/n/scans", """{"mode":"ids"}"""),
        ("/v2/namespaces/n/scans", """{"mode":"values","field":"title","source":"origin"}"""),
        ("/v2/namespaces/n/snapshots", """{"field":"title"}"""),
        ("/v2/namespaces/n/warm", "{}"),
    ];

    /// <summary>All that is read, with placeholders for ids.</summary>
    public static IEnumerable<string> Templates => [.. Paths, .. Listed.Select(static one => one.Entry)];

    /// <summary>All replies that can be read, and what comes of going on from there.</summary>
    /// <param name="harness">The gateway.</param>
    /// <param name="token">A key that was minted in it.</param>
    public static async Task<IReadOnlyList<string>> AllAsync(Harness harness, string token)
    {
        var replies = new List<string>();
        await ReadAllAsync("now");
        harness.Clock.Advance(TimeSpan.FromSeconds(61));
        await ReadAllAsync("after a minute");
        foreach (var (path, body) in GoingOn)
        {
            await SendAsync("then", "POST", path, body);
        }

        await SendAsync("then", "POST", "/v2/keys/authenticate", $$"""{"token":"{{token}}"}""");
        await ReadAllAsync("after going on");
        harness.Clock.Advance(TimeSpan.FromDays(2));
        await ReadAllAsync("after two days");
        return replies;

        async Task ReadAllAsync(string when)
        {
            foreach (var path in Paths)
            {
                await SendAsync(when, "GET", path, null);
            }

            foreach (var (list, member, id, entry) in Listed)
            {
                var found = (await harness.GetAsync(list)).Ok().Json;
                foreach (var one in (member is null ? found : found.GetProperty(member)).EnumerateArray())
                {
                    await SendAsync(when, "GET", string.Format(CultureInfo.InvariantCulture, entry, one.GetProperty(id).GetString()), null);
                }
            }
        }

        async Task SendAsync(string when, string method, string path, string? body)
        {
            var reply = await harness.SendAsync(method, path, body);
            var headers = reply.Headers.Where(static header => header.Key.StartsWith("x-layer", StringComparison.OrdinalIgnoreCase) || header.Key == "traceparent").OrderBy(static header => header.Key, StringComparer.Ordinal);
            replies.Add($"{when}: {method} {path}: {(int)reply.Status} {reply.Body} {string.Join(' ', headers)}");
        }
    }
}
