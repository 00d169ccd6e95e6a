namespace Hevlayer.Local;

/// <summary>The newest entries of each namespace, up to a number; older ones are forgotten. Thread safe.</summary>
internal sealed class HistoryRing<T>(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<T>> _entries = new(StringComparer.Ordinal);

    public void Add(string name, T entry)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(name, out var queue))
            {
                _entries.Add(name, queue = new());
            }

            if (queue.Count >= most)
            {
                queue.Dequeue();
            }

            if (most > 0)
            {
                queue.Enqueue(entry);
            }
        }
    }

    public IReadOnlyList<T> NewestFirst(string name)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(name, out var queue) ? [.. queue.Reverse()] : [];
        }
    }
}
