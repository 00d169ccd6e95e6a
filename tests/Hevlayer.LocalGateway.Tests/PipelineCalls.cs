using System.Text.Json;

namespace Hevlayer.Local.Tests;

/// <summary>The worker's verbs on the pipeline <c>p</c>, which writes to the namespace <c>n</c>.</summary>
internal static class PipelineCalls
{
    public static async Task CreatePipelineAsync(this Harness harness) =>
        (await harness.PostAsync("/v2/pipelines", """{"id":"p","target_namespace":"n"}""")).Ok();

    public static async Task StageAsync(this Harness harness, params string[] ids)
    {
        foreach (var id in ids)
        {
            (await harness.PutAsync($"/v2/pipelines/p/documents/{id}", $$"""{"chunks":[{"id":"{{id}}#0","text":"text of {{id}}"}]}""")).Ok();
        }
    }

    public static async Task<string[]> ClaimAsync(this Harness harness, string worker = "w", int limit = 100, string more = "") =>
        (await harness.PostAsync("/v2/pipelines/p/claim", $$"""{"worker_id":"{{worker}}","limit":{{limit}}{{more}}}""")).Ok().Strings("documents");

    public static async Task<long> HeartbeatAsync(this Harness harness, string worker, params string[] ids) =>
        (await harness.PostAsync("/v2/pipelines/p/documents/heartbeat", $$"""{"worker_id":"{{worker}}","document_ids":{{List(ids)}}}""")).Ok().Updated();

    public static async Task<long> SetStageAsync(this Harness harness, string stage, string more, params string[] ids) =>
        (await harness.PostAsync("/v2/pipelines/p/documents/stage", $$"""{"stage":"{{stage}}","document_ids":{{List(ids)}}{{more}}}""")).Ok().Updated();

    public static Task<Reply> PutVectorsAsync(this Harness harness, string id, string entries) =>
        harness.PutAsync($"/v2/pipelines/p/documents/{id}/vectors", $$"""{"vectors":{{entries}}}""");

    public static Task<Reply> IndexAsync(this Harness harness, string id) =>
        harness.PutVectorsAsync(id, $$"""[{"id":"{{id}}","attributes":{"title":"{{id}}"},"vector":[1,0]}]""");

    public static async Task<JsonElement> StatusAsync(this Harness harness) =>
        (await harness.GetAsync("/v2/pipelines/p/status")).Ok().Json;

    public static async Task<long> CountAsync(this Harness harness, string stage) =>
        (await harness.StatusAsync()).GetProperty("counts").TryGetProperty(stage, out var count) ? count.GetInt64() : 0;

    public static Task<Reply> ChunksAsync(this Harness harness, string id) =>
        harness.GetAsync($"/v2/pipelines/p/documents/{id}/chunks");

    private static string List(string[] ids) => $"[{string.Join(",", ids.Select(id => $"\"{id}\""))}]";

    private static long Updated(this Reply reply) => reply.Json.GetProperty("updated").GetInt64();
}
