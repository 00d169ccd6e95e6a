using System.Text.Json;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>Puts something on every page, under an id and with a text that may hold anything.</summary>
internal static class Filling
{
    /// <summary>Every page of a gateway that was filled.</summary>
    public static IReadOnlyList<string> Pages(string id) =>
    [
        "/", "/_local/pipelines/p", "/_local/pipelines/p?stage=failed", Document(id), "/_local/failed", "/_local/workers", "/_local/namespaces", "/_local/namespaces/n",
        "/_local/namespaces/n?text=red&field=text", "/_local/functions", "/_local/functions/f", "/_local/requests", "/_local/faults", "/_local/clock", "/_local/state",
    ];

    public static string Document(string id) => "/_local/pipelines/p/documents/" + Uri.EscapeDataString(id);

    public static async Task FillAsync(this Stand stand, string id)
    {
        await stand.StageAsync("p", "indexed");
        await stand.ClaimAsync("p", "w", limit: 5);
        await stand.IndexAsync("p", "indexed", id);
        await stand.StageAsync("p", id, id);
        await stand.StageAsync("p", "failed", id);
        await stand.FailAsync("p", "failed");
        await stand.ClaimAsync("p", id, limit: 5);
        await stand.StageAsync("p", "waiting", id);
        stand.Clock.Advance(TimeSpan.FromSeconds(5));
        await stand.SendAsync(HttpMethod.Put, "/v2/udfs/f", """{"spec":{"target_namespaces":["n"],"inputs":["text"],"worker":{"image":"i"}}}""");
        await stand.SendAsync(HttpMethod.Post, "/v2/udfs/f/discover", "{}");
        await stand.SendAsync(HttpMethod.Post, "/v2/udfs/f/claim", $$"""{"worker_id":{{JsonSerializer.Serialize(id)}}}""");
        stand.Gateway.Faults.Add(new() { Document = id, Body = id, Probability = 0.5 });
    }
}
