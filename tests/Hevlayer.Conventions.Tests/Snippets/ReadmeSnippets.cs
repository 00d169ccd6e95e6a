using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Hevlayer.Conventions.Tests.Snippets;

#pragma warning disable IDE0065 // Outside the namespace the client's own type would win.
using HevlayerClientOptions = EnvironmentWithoutPauses;
#pragma warning restore IDE0065

internal static class ReadmeSnippets
{
    public static async Task WorkerAsync(IEmbeddingGenerator<string, Embedding<float>> embedder)
    {
        #region readme-worker
        await using var layer = new HevlayerClient(HevlayerClientOptions.FromEnvironment());
        await layer.EnsurePipelineAsync("products", targetNamespace: "products");
        await layer.PutChunksAsync("products", "kettle", [new() { Id = "kettle#0", Text = "A red kettle." }]);

        var claim = await layer.ClaimDocumentsAsync("products", new() { WorkerId = "embed-0", Limit = 16 });
        foreach (var document in claim.Documents)
        {
            var chunks = await layer.GetChunksAsync("products", document);
            var vectors = await embedder.GenerateAsync(chunks.Select(chunk => chunk.Text!));
            await layer.PutVectorsAsync("products", document, [.. chunks.Zip(vectors, (chunk, vector) =>
                new VectorEntry { Id = chunk.Id, Vector = vector.Vector, Attributes = new() { ["text"] = chunk.Text } })]);
        }

        await layer.WaitForDrainAsync("products");
        #endregion
    }

    public static async Task AppAsync(IServiceCollection services, HevlayerClient layer, TimeProvider clock, ReadOnlyMemory<float> vector)
    {
        #region readme-app
        services.AddHevlayer(); // HEVLAYER_BASE_URL, HEVLAYER_API_KEY, or the section "Hevlayer"

        var started = clock.GetUtcNow();
        // ... enqueue the run's documents ...
        var run = await layer.WaitForRunAsync("products", started);
        Console.WriteLine($"{run.Status.FailedCount} failed, snapshot {run.Snapshot?.Sha}");

        var hits = await layer.Namespace("products").QueryAsync(new() { Vector = vector, TopK = 10, IncludeAttributes = true });
        foreach (var row in hits.Rows)
        {
            Console.WriteLine($"{row.Distance:0.000} {row.Id} {row.Attributes.GetString("text")}");
        }
        #endregion
    }
}
