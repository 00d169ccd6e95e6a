using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>A model that keeps the texts it was paid for.</summary>
internal sealed class CountedGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    public ConcurrentQueue<string> Texts { get; } = new();

    public static float[] VectorOf(string text) => [text.Length, text.Sum(static character => (float)character), 1];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        texts.ForEach(Texts.Enqueue);
        return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.Select(static text => new Embedding<float>(VectorOf(text)))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("tests", defaultModelId: "lengths", defaultModelDimensions: 3) : null;

    public void Dispose()
    {
    }
}
