namespace Hevlayer.Conventions.Tests.Snippets;

internal static class FallbackSnippets
{
    public static async Task FallThroughAsync()
    {
        #region fallback
        var options = HevlayerClientOptions.FromEnvironment();
        options.Fallback = HevlayerFallbackOptions.FromEnvironment();   // TURBOPUFFER_API_KEY, TURBOPUFFER_API_URL
        await using var layer = new HevlayerClient(options);
        #endregion
    }

    public static async Task MetadataAsync(IHevlayerClient layer, CancellationToken cancellationToken)
    {
        #region metadata
        var (claim, metadata) = await layer.WithMetadataAsync(
            (client, token) => client.ClaimDocumentsAsync("products", new() { WorkerId = "embed-0" }, token),
            cancellationToken);
        Console.WriteLine($"{metadata?.Attempts} attempts, {metadata?.Elapsed}, trace {metadata?.TraceId}");
        #endregion
        Console.WriteLine(claim.Documents.Count);
    }
}
