using Microsoft.Extensions.AI;

namespace Hevlayer.Workers.Tests;

/// <summary>A model that can be down, refuse a text, or hang on one; it remembers its batches. Thread safe.</summary>
internal sealed class RowModel : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lock _lock = new();
    private readonly List<IReadOnlyList<string>> _batches = [];
    private volatile bool _isDown;

    public bool IsDown
    {
        get => _isDown;
        set => _isDown = value;
    }

    public Func<string, bool> Refuses { get; init; } = static _ => false;

    public Func<string, bool> Hangs { get; init; } = static _ => false;

    public IReadOnlyList<IReadOnlyList<string>> Batches
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        lock (_lock)
        {
            _batches.Add(texts);
        }

        if (texts.Exists(text => Hangs(text)))
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        return _isDown || texts.Exists(text => Refuses(text))
            ? throw new InvalidOperationException("The model says no.")
            : new(texts.Select(static text => new Embedding<float>(new float[] { text.Length, 1 })));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
