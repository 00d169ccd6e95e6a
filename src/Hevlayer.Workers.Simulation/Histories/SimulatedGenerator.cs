using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Simulation;

/// <summary>A model that takes its time: a vector that depends on nothing but the text.</summary>
internal sealed class SimulatedGenerator(TimeProvider clock, TimeSpan time, DocumentFaults faults, Func<bool> isBroken, Action die) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (isBroken())
        {
            await Task.Delay(time, clock, cancellationToken);
            throw new HttpRequestException("The model does not answer.");
        }

        var texts = values.ToList();
        foreach (var id in texts.Select(static text => text.Split(' ')[0]).Distinct(StringComparer.Ordinal))
        {
            await faults.HappenAsync(id, die, cancellationToken);
        }

        await Task.Delay(time, clock, cancellationToken);
        return [.. texts.Select(static text => new Embedding<float>(VectorOf(text)))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static float[] VectorOf(string text)
    {
        var sum = 17u;
        foreach (var character in text)
        {
            sum = (sum * 31) + character;
        }

        return [sum % 1009, sum % 2003];
    }
}
