using Microsoft.Extensions.AI;

namespace Hevlayer.Samples;

/// <summary>
/// Embeds texts by feature hashing: every word and every pair of neighbouring words adds its weight at a place that its
/// hash decides. It is lexical and holds no model: it finds passages that share words with the question and knows
/// nothing of meaning. It needs no download and gives the same vector everywhere; any other
/// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> can take its place.
/// </summary>
/// <param name="dimensions">Length of the vectors, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The length is zero or negative.</exception>
internal sealed class FeatureHashingEmbedder(int dimensions = FeatureHashingEmbedder.DefaultDimensions)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Enough places for the words of a passage to collide seldom.</summary>
    public const int DefaultDimensions = 256;

    /// <summary>Name under which it tells of itself where a model would.</summary>
    public const string ModelId = "feature-hashing";

    private readonly int _dimensions = dimensions > 0
        ? dimensions
        : throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "A vector has at least 1 component.");

    /// <inheritdoc />
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var terms = new TermCounts();
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            terms.Count(text);
            embeddings.Add(new(Vector(terms.Counts)));
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: ModelId, defaultModelDimensions: _dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private float[] Vector(IReadOnlyDictionary<ulong, int> counts)
    {
        var vector = new float[_dimensions];
        foreach (var (term, count) in counts)
        {
            // The tenth mention of a word says less than the first. A sign from the hash lets collisions cancel out.
            var weight = 1 + MathF.Log(count);
            vector[(int)(term % (ulong)_dimensions)] += term >> 63 == 1 ? -weight : weight;
        }

        Normalize(vector);
        return vector;
    }

    private static void Normalize(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(component => component * component));
        if (length == 0)
        {
            // A text without words points nowhere in particular, but a cosine needs it to point somewhere.
            Array.Fill(vector, 1 / MathF.Sqrt(vector.Length));
            return;
        }

        for (var index = 0; index < vector.Length; index++)
        {
            vector[index] /= length;
        }
    }
}
