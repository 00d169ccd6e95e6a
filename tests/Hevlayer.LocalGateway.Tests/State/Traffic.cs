namespace Hevlayer.Local.Tests;

/// <summary>Calls to every part of a gateway, and what can then be read from it.</summary>
internal static class Traffic
{
    private const string Blob = "a blob";

    public static readonly string[] Reads =
    [
        "/v1/namespaces/n/blobs/5570a3cf02207f1d352d2cfea385be4bc0b2b9414f606baa6f55db60b232f221", "/v2/namespaces/m/metadata", "/v2/warehouses", "/v2/cost/rate-card",
        "/v2/pipelines", "/v2/pipelines/p/status", "/v2/pipelines/p/documents/a/chunks", "/v2/namespaces", "/v2/namespaces/n/metadata", "/v2/namespaces/n/history", "/v2/namespaces/n/search-history",
        "/v2/namespaces/n/clickstream", "/v2/udfs", "/v2/udfs/f/status", "/v2/keys", "/v2/namespaces/n/scans", "/v2/namespaces/n/checkpoints", "/v2/namespaces/n/warm-jobs", "/v2/activity/snapshots",
        "/v1/namespaces/n/schema", "/v2/namespaces/n/snapshot-policy", "/_local/pipelines/p/documents/a", "/_local/pipelines/p/documents/c", "/_local/functions/f", "/_local/workers",
    ];

    public static async Task RunAsync(Harness harness)
    {
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b", "c", "d", "e");
        await harness.ClaimAsync("w", 2, ""","lease_seconds":60""");
        await harness.HeartbeatAsync("w", "a");
        (await harness.IndexAsync("b")).Ok();
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        (await harness.PutAsync("/v2/namespaces/n/snapshot-policy", """{"facet_fields":["title"]}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n", """{"upsert_rows":[{"id":"r","vector":[0,1],"title":"t"},{"id":"s","vector":[1,1],"title":"u"}]}""")).Ok();
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        (await harness.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"},"schedule":{"discovery_interval_seconds":60}}}""")).Ok();
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        (await harness.GetAsync("/v2/udfs/f/status")).Ok();
        (await harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"w","limit":1}""")).Ok();
        (await harness.PostAsync("/v2/keys", """{"name":"k"}""")).Ok();
        (await harness.PutAsync("/v1/namespaces/n/blobs", Blob)).Ok();
        (await harness.PostAsync("/v2/namespaces/m", """{"upsert_rows":[{"id":"q","vector":[1,0],"title":"v"}]}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0],"top_k":2}""")).Ok();
        await ClickAsync(harness);
        (await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"count"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"l"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/warm", "{}")).Ok();
        harness.Gateway.LoseChunks("p", "c");
        await harness.ChunksAsync("c");
        await harness.SetStageAsync("failed", string.Empty, "d");
    }

    /// <summary>All replies that can be read, and what comes of going on from there.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Harness harness)
    {
        var replies = new List<string>();
        await ReadAllAsync("now");
        harness.Clock.Advance(TimeSpan.FromSeconds(61));
        await ReadAllAsync("after a minute");
        replies.Add((await harness.PostAsync("/v2/pipelines/p/claim", """{"worker_id":"v"}""")).Body);
        replies.Add((await harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"v"}""")).Body);
        var search = await harness.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0],"top_k":2}""");
        replies.Add($"{search.Body} {search.Headers["traceparent"]}");
        replies.Add((await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"ids"}""")).Body);
        replies.Add((await harness.PostAsync("/v2/query", """{"vector":[1,0],"namespaces":["n","m"]}""")).Body);
        return replies;

        async Task ReadAllAsync(string when)
        {
            foreach (var path in Reads)
            {
                var reply = await harness.GetAsync(path);
                replies.Add($"{when}: {path}: {(int)reply.Status} {reply.Body}");
            }
        }
    }

    private static async Task ClickAsync(Harness harness)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/namespaces/n/documents/r");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await harness.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
