namespace Hevlayer.Tests.Retries;

/// <summary>The calls that stand for their kind: a claim may not be repeated, putting chunks only for a while.</summary>
internal static class ClientCalls
{
    public static Task<ClaimDocumentsResponse> ClaimAsync(this HevlayerClient client) =>
        client.ClaimDocumentsAsync("p", new() { WorkerId = "w" });

    public static Task<StageDocumentResponse> StageAsync(this HevlayerClient client) =>
        client.PutChunksAsync("p", "d", [new() { Id = "c" }]);
}
