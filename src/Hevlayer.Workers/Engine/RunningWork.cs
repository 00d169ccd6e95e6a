namespace Hevlayer.Workers;

/// <summary>The work that is under way, and the items that are to be released. Thread safe.</summary>
/// <param name="run">Works on one item and never fails; true when the item is to be released.</param>
internal sealed class RunningWork(Func<HeldItem, Task<bool>> run)
{
    private readonly Lock _lock = new();
    private readonly List<HeldItem> _releasable = [];
    private int _running;

    /// <summary>Set when a run has ended.</summary>
    public Signal Ended { get; } = new();

    public int Count => Volatile.Read(ref _running);

    /// <summary>Starts the work on each item, in their order.</summary>
    public void Start(IReadOnlyList<HeldItem> items)
    {
        Interlocked.Add(ref _running, items.Count);
        foreach (var item in items)
        {
            _ = RunAsync(item);
        }
    }

    /// <summary>Takes the items that are to be released since the last time.</summary>
    public IReadOnlyList<HeldItem> TakeReleasable()
    {
        lock (_lock)
        {
            HeldItem[] releasable = [.. _releasable];
            _releasable.Clear();
            return releasable;
        }
    }

    private async Task RunAsync(HeldItem item)
    {
        if (await run(item))
        {
            lock (_lock)
            {
                _releasable.Add(item);
            }
        }

        Interlocked.Decrement(ref _running);
        Ended.Set();
    }
}
