namespace Hevlayer.Workers;

/// <summary>The work that is under way, and the items that were left to be handed back. Thread safe.</summary>
/// <typeparam name="T">What is worked on.</typeparam>
/// <param name="run">Works on one item and never fails; true when the item is left.</param>
internal sealed class RunningWork<T>(Func<T, Task<bool>> run)
{
    private readonly Lock _lock = new();
    private readonly List<T> _left = [];
    private int _running;

    /// <summary>Set when a run has ended.</summary>
    public Signal Ended { get; } = new();

    public int Count => Volatile.Read(ref _running);

    /// <summary>Starts the work on each item, in their order.</summary>
    public void Start(IReadOnlyList<T> items)
    {
        Interlocked.Add(ref _running, items.Count);
        foreach (var item in items)
        {
            _ = RunAsync(item);
        }
    }

    /// <summary>Takes the items that were left since the last time.</summary>
    public IReadOnlyList<T> TakeLeft()
    {
        lock (_lock)
        {
            T[] left = [.. _left];
            _left.Clear();
            return left;
        }
    }

    private async Task RunAsync(T item)
    {
        if (await run(item))
        {
            lock (_lock)
            {
                _left.Add(item);
            }
        }

        Interlocked.Decrement(ref _running);
        Ended.Set();
    }
}
