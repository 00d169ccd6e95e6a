using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Simulation;

/// <summary>A model that takes its time: a vector that depends on nothing but the text.</summary>
internal sealed class SimulatedGenerator(TimeProvider clock, TimeSpan time, int dimensions, DocumentFaults faults, Func<bool> isBroken, Action die, Action<IReadOnlyList<string>>? ask = null, Action<int>? embedded = null) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int BadKinds = 4;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (isBroken())
        {
            await Task.Delay(time, clock, cancellationToken);
            throw new HttpRequestException("The model does not answer.");
        }

        var texts = values.ToList();
        ask?.Invoke(texts);
        var bad = new List<(int Kind, int Index)>();
        foreach (var id in texts.Select(DocumentOf).Distinct(StringComparer.Ordinal))
        {
            await faults.HappenAsync(id, die, cancellationToken);
            if (faults.BadAttempt(id) is { } attempt)
            {
                bad.Add(((attempt + id.Length) % BadKinds, texts.FindIndex(text => DocumentOf(text) == id)));
            }
        }

        await Task.Delay(time, clock, cancellationToken);
        embedded?.Invoke(texts.Count);
        List<Embedding<float>> vectors = [.. texts.Select(text => new Embedding<float>(VectorOf(text, dimensions)))];
        return bad.Aggregate((GeneratedEmbeddings<Embedding<float>>?)[.. vectors], static (rest, next) => rest is null ? null : Spoiled(rest, next.Kind, next.Index))!;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    public static float[] VectorOf(string text, int dimensions)
    {
        var sum = 17u;
        foreach (var character in text)
        {
            sum = (sum * 31) + character;
        }

        var vector = new float[dimensions];
        for (var index = 0; index < dimensions; index++)
        {
            vector[index] = sum % (1009 + (994 * index));
        }

        return vector;
    }

    private static string DocumentOf(string text) => text.Split(' ')[0];

    // Where vectors are missing, nobody can tell for which texts, and all that is in the batch suffers.
    private static GeneratedEmbeddings<Embedding<float>>? Spoiled(GeneratedEmbeddings<Embedding<float>> vectors, int kind, int index)
    {
        switch (kind)
        {
            case 0:
                return [.. vectors.SkipLast(1)];
            case 1:
                return null;
            case 2 when index < vectors.Count:
                vectors[index] = null!;
                return vectors;
            case 3 when index < vectors.Count:
                vectors[index] = new Embedding<float>(new float[] { float.NaN, 1 });
                return vectors;
            default:
                return vectors;
        }
    }
}
