using System.Text;

namespace Hevlayer.Local.Browser.Tests;

/// <summary>What programs do while somebody looks at the pages.</summary>
internal static class StandCalls
{
    private const string Text = "A red kettle.";

    private static CancellationToken Token => Stand.Token;

    public static Task StageAsync(this Stand stand, string pipeline, string document, string text = Text) =>
        stand.Layer.PutChunksAsync(pipeline, document, [new() { Id = "c", Text = text }], Token);

    public static async Task StageAllAsync(this Stand stand, string pipeline, string word, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            await stand.StageAsync(pipeline, $"{word}-{number:0000}");
        }
    }

    public static Task<ClaimDocumentsResponse> ClaimAsync(this Stand stand, string pipeline, string worker, int limit = 1, string? prefix = null) =>
        stand.Layer.ClaimDocumentsAsync(pipeline, new() { WorkerId = worker, Limit = limit, LeaseSeconds = 60, DocumentIdPrefix = prefix }, Token);

    public static Task IndexAsync(this Stand stand, string pipeline, string document, string text = Text) =>
        stand.Layer.PutVectorsAsync(pipeline, document, [new() { Id = document, Vector = new float[] { 1, 0 }, Attributes = new() { ["text"] = text } }], Token);

    /// <summary>Claims and indexes.</summary>
    public static async Task WorkAsync(this Stand stand, string pipeline, string worker, int limit)
    {
        foreach (var document in (await stand.ClaimAsync(pipeline, worker, limit)).Documents)
        {
            await stand.IndexAsync(pipeline, document);
        }
    }

    /// <summary>Fails a document as a gateway does that has lost its chunks.</summary>
    public static async Task FailAsync(this Stand stand, string pipeline, string document)
    {
        stand.Gateway.LoseChunks(pipeline, document);
        await Assert.ThrowsAnyAsync<HevlayerException>(() => stand.Layer.GetChunksAsync(pipeline, document, Token));
    }

    public static async Task SendAsync(this Stand stand, HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await stand.Http.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
    }
}
