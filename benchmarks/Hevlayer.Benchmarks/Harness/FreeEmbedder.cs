using Microsoft.Extensions.AI;

namespace Hevlayer.Benchmarks;

/// <summary>An embedder that costs nothing.</summary>
internal sealed class FreeEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly ReadOnlyMemory<float> Vector = new[] { 0.5f, -0.5f, 0.5f, 0.5f };

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(static _ => new Embedding<float>(Vector))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
