using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests.Migration;

/// <summary>The model that is migrated to: vectors of another length, and a text that it cannot embed.</summary>
internal sealed class CodeGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string Poison = "poison";

    public ConcurrentQueue<string> Texts { get; } = new();

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (texts.Contains(Poison))
        {
            throw new InvalidOperationException("It cannot be embedded.");
        }

        texts.ForEach(Texts.Enqueue);
        return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. texts.Select(static text => new Embedding<float>(new float[] { text[0], text.Length }))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("tests", defaultModelId: "codes", defaultModelDimensions: 2) : null;

    public void Dispose()
    {
    }
}
