namespace Hevlayer.Conventions.Tests.Snippets;

internal static class ErrorSnippets
{
    public static async Task TransientAsync(HevlayerClient layer)
    {
        #region errors-transient
        try
        {
            await layer.GetPipelineStatusAsync("products");
        }
        catch (HevlayerException error) when (error.IsTransient)
        {
            Console.WriteLine($"Later, perhaps: {error.Message}");
        }
        #endregion
    }

    public static async Task KindsAsync(HevlayerClient layer)
    {
        #region errors-kinds
        try
        {
            await layer.EnsurePipelineAsync("products", targetNamespace: "products-v2");
        }
        catch (PipelineMismatchException mismatch)
        {
            Console.WriteLine($"It writes to {mismatch.Existing.TargetNamespace}.");
        }
        catch (HevlayerException error) when (error.RequiredScope is { } scope)
        {
            Console.WriteLine($"The key lacks the scope {scope}.");
        }
        #endregion
    }

    public static async Task<QueryResponse> MetadataAsync(IHevlayerClient layer, ReadOnlyMemory<float> vector, CancellationToken cancellationToken)
    {
        #region metadata
        var (hits, metadata) = await layer.WithMetadataAsync(
            (client, token) => client.Namespace("products").QueryAsync(new() { Vector = vector }, cancellationToken: token),
            cancellationToken);
        Console.WriteLine($"{metadata?.Attempts} attempts, {metadata?.Elapsed}, trace {metadata?.TraceId}");
        #endregion
        return hits;
    }

    public static async Task<PipelineList> OneCallAsync(HevlayerClient layer)
    {
        #region metadata-of-one-call
        var pipelines = await layer.Api.ListPipelinesAsync(new()
        {
            TotalTimeout = TimeSpan.FromSeconds(10),
            OnResponse = metadata => Console.WriteLine($"{metadata.Operation.Id}: {(int)metadata.StatusCode} in {metadata.Elapsed}"),
        });
        #endregion
        return pipelines;
    }
}
