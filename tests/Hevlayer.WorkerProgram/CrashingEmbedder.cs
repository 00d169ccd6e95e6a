using Microsoft.Extensions.AI;

namespace Hevlayer.WorkerProgram;

/// <summary>A model that no text harms but one.</summary>
internal sealed class CrashingEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        await Task.Delay(Death.WorkTime, TimeProvider.System, cancellationToken);
        Death.ComeFor(texts);
        return [.. texts.Select(static _ => new Embedding<float>(new float[] { 1, 2 }))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
