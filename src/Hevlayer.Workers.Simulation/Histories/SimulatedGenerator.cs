using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Simulation;

/// <summary>A model that takes its time: a vector that depends on nothing but the text.</summary>
internal sealed class SimulatedGenerator(TimeProvider clock, TimeSpan time, int dimensions, DocumentFaults faults, Func<bool> isBroken, Action die) : IEmbeddingGenerator<string, Embedding<float>>
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
        (int Kind, int Index)? bad = null;
        foreach (var id in texts.Select(DocumentOf).Distinct(StringComparer.Ordinal))
        {
            await faults.HappenAsync(id, die, cancellationToken);
            bad ??= faults.BadAttempt(id) is { } attempt ? (attempt + id.Length, texts.FindIndex(text => DocumentOf(text) == id)) : null;
        }

        await Task.Delay(time, clock, cancellationToken);
        List<Embedding<float>> vectors = [.. texts.Select(text => new Embedding<float>(VectorOf(text, dimensions)))];
        return bad is var (kind, index) ? Spoiled(vectors, kind % BadKinds, index)! : [.. vectors];
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
    private static GeneratedEmbeddings<Embedding<float>>? Spoiled(List<Embedding<float>> vectors, int kind, int index)
    {
        switch (kind)
        {
            case 0:
                return [.. vectors.SkipLast(1)];
            case 1:
                return null;
            case 2:
                vectors[index] = null!;
                return [.. vectors];
            default:
                vectors[index] = new Embedding<float>(new float[] { float.NaN, 1 });
                return [.. vectors];
        }
    }
}
