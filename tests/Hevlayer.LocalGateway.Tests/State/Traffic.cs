using System.Text;

namespace Hevlayer.Local.Tests;

/// <summary>Calls to every part of a gateway; <see cref="TrafficReads"/> reads what came of them.</summary>
internal static class Traffic
{
    private const string Blob = "a blob";

    private static readonly (string Namespace, string Body)[] Writes =
    [
        ("n", """{"upsert_rows":[{"id":"r","vector":[0,1],"title":"t"},{"id":"s","vector":[1,1],"title":"u"}]}"""),
        ("n", """{"upsert_rows":[{"id":"t","vector":[1,2],"title":"v"},{"id":"u","vector":[2,1],"title":"w"}],"schema":{"extra":"uint"}}"""),
        ("n", """{"patch_rows":[{"id":"r","extra":1}]}"""),
        ("n", """{"delete_by_filter":["title","Eq","w"]}"""),
        ("m", """{"upsert_rows":[{"id":"q","vector":[1,0],"title":"v"}]}"""),
        ("copied", """{"copy_from_namespace":"n"}"""),
        ("branched", """{"branch_from_namespace":{"source_namespace":"n"}}"""),
        ("gone", """{"upsert_rows":[{"id":"q"}]}"""),
    ];

    /// <summary>Lets the gateway come to have some of everything, and gives the token of a key that it minted.</summary>
    public static async Task<string> RunAsync(Harness harness)
    {
        await StageAsync(harness);
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        await WriteAsync(harness);
        harness.Clock.Advance(TimeSpan.FromSeconds(5));
        await RunFunctionsAsync(harness);
        var token = await MintAsync(harness);
        await SearchAsync(harness);
        await StartJobsAsync(harness);
        harness.Gateway.LoseChunks("p", "c");
        await harness.ChunksAsync("c");
        await harness.SetStageAsync("failed", string.Empty, "d");
        return token;
    }

    private static async Task StageAsync(Harness harness)
    {
        await harness.CreatePipelineAsync();
        await harness.StageAsync("a", "b", "c", "d", "e", "f", "g", "h");
        await harness.ClaimAsync("w", 2, ""","lease_seconds":60""");
        await harness.HeartbeatAsync("w", "a");
        (await harness.IndexAsync("b")).Ok();
        await harness.ClaimAsync("x", 4, ""","lease_seconds":600,"claim_stage":"extracting" """);
        await harness.StageAsync("e");
        await harness.SetStageAsync("pending", ""","worker_id":"x","from_stage":"extracting" """, "f");
        await harness.SetStageAsync("review", ""","create_missing":true""", "made");
        (await harness.PostAsync("/v2/pipelines", """{"id":"q","target_namespace":"m","distance_metric":"euclidean_squared"}""")).Ok();
        (await harness.PostAsync("/v2/pipelines", """{"id":"gone","target_namespace":"m"}""")).Ok();
        (await harness.DeleteAsync("/v2/pipelines/gone")).Ok();
    }

    private static async Task WriteAsync(Harness harness)
    {
        (await harness.PutAsync("/v2/namespaces/n/snapshot-policy", """{"facet_fields":["title"]}""")).Ok();
        foreach (var (name, body) in Writes)
        {
            (await harness.PostAsync($"/v2/namespaces/{name}", body)).Ok();
        }

        await ImportAsync(harness);
        (await harness.PutAsync("/v1/namespaces/n/blobs", Blob)).Ok();
        (await harness.PostAsync("/v1/namespaces/i/schema", """{"text":{"type":"string","full_text_search":true}}""")).Ok();
        (await harness.SendAsync("PATCH", "/v1/namespaces/n/metadata", """{"pinning":{"replicas":2}}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/m/init", """{"shard_count":4}""")).Ok();
        (await harness.DeleteAsync("/v2/namespaces/gone")).Ok();
    }

    private static async Task ImportAsync(Harness harness)
    {
        var rows = await ArrowStreams.WriteAsync(ArrowStreams.Batch(["a", "b"], [[1, 0], [0, 1]], [1, null]), ArrowStreams.Batch(["c"], [[1, 1]], [3]));
        using var stream = new ByteArrayContent(rows);
        await using var layer = harness.Client();
        await layer.Api.ImportNamespaceAsync("i", stream, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task RunFunctionsAsync(Harness harness)
    {
        (await harness.PutAsync("/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"},"schedule":{"discovery_interval_seconds":60}}}""")).Ok();
        (await harness.PostAsync("/v2/udfs", """{"id":"g","spec":{"target_namespaces":["n","i"],"inputs":["title","text"],"worker":{"image":"i"},"version":"2","triggers":["discovery","write"],"invalidates":["f"],"schedule":{"discovery_interval_seconds":60}}}""")).Ok();
        (await harness.PostAsync("/v2/udfs", """{"id":"deleted","spec":{"target_namespaces":["n"],"inputs":["title"],"worker":{"image":"i"}}}""")).Ok();
        (await harness.DeleteAsync("/v2/udfs/deleted")).Ok();
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        (await harness.GetAsync("/v2/udfs/f/status")).Ok();
        (await harness.PostAsync("/v2/udfs/f/claim", """{"worker_id":"w","limit":1}""")).Ok();
        (await harness.PostAsync("/v2/udfs/g/discover", "{}")).Ok();
        var items = (await harness.PostAsync("/v2/udfs/g/claim", """{"worker_id":"w","limit":4,"lease_seconds":300}""")).Ok().Json.GetProperty("items");
        string[] taken = [.. items.EnumerateArray().Select(static item => $"\"namespace\":\"{item.GetProperty("namespace").GetString()}\",\"id\":\"{item.GetProperty("id").GetString()}\"")];
        (await harness.PostAsync("/v2/udfs/g/items/heartbeat", $$$"""{"worker_id":"w","items":[{{{{taken[0]}}}}]}""")).Ok();
        (await harness.PostAsync("/v2/udfs/g/items/complete", $$$"""{"worker_id":"w","items":[{{{{taken[1]}}},"attributes":{"sum":"short"}}]}""")).Ok();
        (await harness.PostAsync("/v2/udfs/g/items/fail", $$$"""{"worker_id":"w","items":[{{{{taken[2]}}},"kind":"transient","message":"not now"},{{{{taken[3]}}},"kind":"permanent","message":"never"}]}""")).Ok();
        (await harness.PostAsync("/v2/udfs/f/pause", "{}")).Ok();
    }

    private static async Task<string> MintAsync(Harness harness)
    {
        var token = (await harness.PostAsync("/v2/keys", """{"name":"k","owner":"o","entitlements":{"layer":{"scopes":["read"]},"agent.shop":{}},"expiresAfter":"1d"}""")).Ok().Json.GetProperty("token").GetString()!;
        (await harness.PostAsync("/v2/keys", """{"name":"revoked"}""")).Ok();
        (await harness.PostAsync("/v2/keys/key-2/revoke", "{}")).Ok();
        (await harness.PostAsync("/v2/keys", """{"name":"deleted"}""")).Ok();
        (await harness.DeleteAsync("/v2/keys/key-3")).Ok();
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        (await harness.PostAsync("/v2/keys/authenticate", $$"""{"token":"{{token}}"}""")).Ok();
        return token;
    }

    private static async Task SearchAsync(Harness harness)
    {
        (await harness.PostAsync("/v2/namespaces/n/query", """{"vector":[1,0],"top_k":2}""")).Ok();
        await SendTracedAsync(harness, HttpMethod.Post, "/v2/namespaces/n/query", """{"vector":[0,1],"top_k":1}""");
        await SendTracedAsync(harness, HttpMethod.Get, "/v2/namespaces/n/documents/r", null);
        await SendTracedAsync(harness, HttpMethod.Post, "/v2/namespaces/n/documents", """{"ids":["r","s"]}""");
        (await harness.PostAsync("/v2/query", """{"vector":[1,0],"namespaces":["n","m"]}""")).Ok();
        (await harness.PostAsync("/v2/agents/shop/query", """{"query":"what?","vector":[1,0]}""")).Ok();
    }

    private static async Task StartJobsAsync(Harness harness)
    {
        (await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"count"}""")).Ok();
        var scan = (await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"ids"}""")).Ok().Json.GetProperty("id").GetString();
        (await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"values","field":"title","source":"origin"}""")).Ok();
        (await harness.DeleteAsync($"/v2/namespaces/n/scans/{scan}")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/scans", """{"mode":"ids"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/checkpoints", """{"label":"l"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/snapshots", """{"field":"title"}""")).Ok();
        (await harness.PostAsync("/v2/namespaces/n/warm", "{}")).Ok();
        (await harness.GetAsync("/v1/namespaces/n/hint_cache_warm?blobs=true&blob_budget_bytes=1000")).Ok();
    }

    private static async Task SendTracedAsync(Harness harness, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("x-hevlayer-search-query", "a kettle");
        request.Headers.Add("x-hevlayer-tags", "shop,web");
        using var response = await harness.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
