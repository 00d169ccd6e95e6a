using System.Security.Cryptography;
using System.Text;
using Hevlayer.Conventions.Tests.Snippets;

namespace Hevlayer.Conventions.Tests;

public sealed class NamespaceRunTests
{
    private const string Warm = "GET /v1/namespaces/products/hint_cache_warm";

    private static readonly byte[] Picture = Encoding.ASCII.GetBytes("a picture of a kettle");

    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Picture));

    [Fact]
    public async Task Scans_OfTheShop_CountNameAndGroupItsRows()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();

        var lines = await gateway.RunAsync(NamespaceSnippets.ScansAsync);

        Assert.Equal(["2 red products", "kettle", "mug", "pan", "red: 2", "blue: 1"], [lines[0], .. lines.Skip(1).Take(3).Order(StringComparer.Ordinal), .. lines.Skip(4)]);
    }

    [Fact]
    public async Task ScanJob_StartedAndWaitedFor_TellsWhatItRead()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();

        Assert.Equal(["1 rows by origin"], await gateway.RunAsync(NamespaceSnippets.ScanJobAsync));
    }

    [Fact]
    public async Task Fetch_OfOneAndOfSeveral_TellsWhatIsNotThere()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();

        Assert.Equal(["Red kettle", "1 found, not teapot"], await gateway.RunAsync(NamespaceSnippets.FetchAsync));
    }

    [Fact]
    public async Task Jobs_SnapshotAndWarm_AreWaitedFor()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway
            .On(Warm, """{"namespace":"products","blobs":{"enabled":true,"status":"completed","documents_scanned":3,"refs_seen":0,"objects":0,"bytes":0,"missing":0,"invalid_refs":0,"budget_exhausted":false}}""")
            .On("POST /v2/namespaces/products/warm", WarmJob("running", 0))
            .On("GET /v2/namespaces/products/warm-jobs/w1", WarmJob("running", 0.5), WarmJob("completed", 1));

        var lines = await gateway.RunAsync(NamespaceSnippets.JobsAsync);

        var snapshot = await gateway.Client.Api.GetNamespaceSnapshotAsync("products", Assert.Single(lines));
        Assert.Equal(["red=2", "blue=1"], snapshot.Fields.Single(field => field.Name == "color").Values.Select(value => $"{value.Value}={value.Count}"));
        Assert.Contains("blob_budget_bytes=67108864", gateway.RequestTo(Warm).Query, StringComparison.Ordinal);
        Assert.Equal(2, gateway.RequestsTo("GET /v2/namespaces/products/warm-jobs/w1").Count);
    }

    [Fact]
    public async Task Checkpoints_OneMade_IsListed()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();

        var started = gateway.Clock.GetUtcNow();

        var lines = await gateway.RunAsync(layer => NamespaceSnippets.CheckpointsAsync(layer, started));

        var newest = (await gateway.Client.Api.ListNamespaceHistoryAsync("products", limit: 1))[0];
        Assert.Equal([$"before-the-sale: 3 rows, snapshot {newest.Sha}"], lines);
    }

    [Fact]
    public async Task Content_PatchedStoredAndCopied_IsThere()
    {
        await using var gateway = await SnippetGateway.WithRowsAsync();
        gateway
            .On("PUT /v1/namespaces/products/blobs", $$"""{"ref":"blob://products/{{Hash}}","sha256":"{{Hash}}","size":{{Picture.Length}}}""")
            .On($"GET /v1/namespaces/products/blobs/{Hash}", _ => new() { Content = new ByteArrayContent(Picture) });

        var lines = await gateway.RunAsync(layer => NamespaceSnippets.ContentAsync(layer, Picture));

        Assert.Equal([$"{Picture.Length}"], lines);
        Assert.Equal("a picture of a kettle", gateway.RequestTo("PUT /v1/namespaces/products/blobs").Body);
        foreach (var name in new[] { "products", "products-copy", "products-trial" })
        {
            var rows = await gateway.Client.Namespace(name).FetchManyAsync(["kettle", "pan"]);
            Assert.Equal([30, 25], rows.Documents.Select(row => row.Attributes.GetInt64("price")));
        }
    }

    private static string WarmJob(string status, double progress) =>
        FormattableString.Invariant($$"""{"id":"w1","namespace":"products","status":"{{status}}","progress":{{progress}},"documents_scanned":3,"created_at":"2026-01-02"}""");
}
