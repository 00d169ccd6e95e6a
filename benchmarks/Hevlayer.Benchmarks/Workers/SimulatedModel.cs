using Microsoft.Extensions.AI;

namespace Hevlayer.Benchmarks;

/// <summary>A model as a GPU runs one: a batch after the other, each with a fixed time and a little more for each text.</summary>
internal sealed class SimulatedModel : IEmbeddingGenerator<string, Embedding<float>>
{
    public const double BatchMilliseconds = 20;
    public const double TextMilliseconds = 0.1;
    public const int Dimension = 384;

    private static readonly ReadOnlyMemory<float> Vector = BenchData.Vector(0, Dimension);

    private readonly SemaphoreSlim _device = new(1);
    private int _batches;
    private int _texts;

    /// <summary>Texts that were embedded.</summary>
    public int Texts => Volatile.Read(ref _texts);

    /// <summary>How long it worked, all in all.</summary>
    public TimeSpan Busy => (Volatile.Read(ref _batches) * TimeSpan.FromMilliseconds(BatchMilliseconds)) + (Texts * TimeSpan.FromMilliseconds(TextMilliseconds));

    /// <summary>Texts of an average batch.</summary>
    public double TextsPerBatch => (double)_texts / _batches;

    public static TimeSpan TimeOf(int texts) => TimeSpan.FromMilliseconds(BatchMilliseconds + (TextMilliseconds * texts));

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.Count();
        await _device.WaitAsync(cancellationToken);
        try
        {
            _batches++;
            _texts += texts;
            await ExactDelay.AfterAsync(TimeOf(texts));
        }
        finally
        {
            _device.Release();
        }

        return [.. Enumerable.Range(0, texts).Select(static _ => new Embedding<float>(Vector))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => _device.Dispose();
}
