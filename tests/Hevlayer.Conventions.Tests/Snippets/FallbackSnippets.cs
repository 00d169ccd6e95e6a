namespace Hevlayer.Conventions.Tests.Snippets;

#pragma warning disable IDE0065 // Outside the namespace the client's own type would win.
using HevlayerClientOptions = EnvironmentWithoutPauses;
#pragma warning restore IDE0065

internal static class FallbackSnippets
{
    public static async Task<Response<QueryResponse>> FallThroughAsync(ReadOnlyMemory<float> vector)
    {
        #region fallback
        var options = HevlayerClientOptions.FromEnvironment();
        options.Fallback = HevlayerFallbackOptions.FromEnvironment();   // TURBOPUFFER_API_KEY, TURBOPUFFER_API_URL
        await using var layer = new HevlayerClient(options);
        #endregion
        return await layer.WithMetadataAsync((client, token) => client.Namespace("products").QueryAsync(new() { Vector = vector }, cancellationToken: token));
    }
}
