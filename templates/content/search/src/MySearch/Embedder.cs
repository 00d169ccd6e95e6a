using Microsoft.Extensions.AI;

namespace MySearch;

/// <summary>
/// Stands where your model belongs: counts the letters of a text. Any <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>
/// can take its place.
/// </summary>
internal sealed class Embedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 32;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(static text => new Embedding<float>(VectorOf(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: "letters", defaultModelDimensions: Dimensions) : null;

    public void Dispose()
    {
    }

    private static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        vector[0] = 1;
        foreach (var letter in text.ToLowerInvariant())
        {
            vector[letter % Dimensions]++;
        }

        return vector;
    }
}
