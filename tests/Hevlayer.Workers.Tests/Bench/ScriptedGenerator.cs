using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests;

/// <summary>A model that takes its time and does what a test says; it notes every batch that it is given.</summary>
internal sealed class ScriptedGenerator(TimeProvider clock) : IEmbeddingGenerator<string, Embedding<float>>
{
    public List<IReadOnlyList<string>> Batches { get; } = [];

    /// <summary>Time for one batch.</summary>
    public TimeSpan Time { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What happens instead of the vectors of a batch; null where they are given.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task<GeneratedEmbeddings<Embedding<float>>>?> Script { get; set; } = static (_, _) => null;

    /// <summary>Whether it gives null instead of a task.</summary>
    public bool IsTaskNull { get; set; }

    /// <summary>Batches that are under way.</summary>
    public int Running { get; private set; }

    public int MostRunning { get; private set; }

    /// <summary>A vector that tells its text.</summary>
    public static float[] VectorOf(string text) => [text.Length, text.Sum(static character => (float)character)];

    public static GeneratedEmbeddings<Embedding<float>> VectorsOf(IEnumerable<string> texts) =>
        [.. texts.Select(static text => new Embedding<float>(VectorOf(text)))];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        IsTaskNull ? null! : EmbedAsync(values, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var texts = values.ToList();
        Batches.Add(texts);
        MostRunning = Math.Max(MostRunning, ++Running);
        try
        {
            await Task.Delay(Time, clock, cancellationToken);
            return Script(texts, cancellationToken) is { } scripted ? await scripted : VectorsOf(texts);
        }
        finally
        {
            Running--;
        }
    }
}
