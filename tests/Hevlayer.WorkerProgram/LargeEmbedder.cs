using Microsoft.Extensions.AI;

namespace Hevlayer.WorkerProgram;

/// <summary>A model with vectors of 1,024 dimensions.</summary>
internal sealed class LargeEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 1024;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(static _ => new Embedding<float>(Vector()))]);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    // Each takes memory of its own, as those of a model do.
    private static float[] Vector()
    {
        var vector = new float[Dimensions];
        Array.Fill(vector, 0.03125f);
        return vector;
    }
}
