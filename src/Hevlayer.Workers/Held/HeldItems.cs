namespace Hevlayer.Workers;

/// <summary>All items that a worker holds, the oldest first. Thread safe.</summary>
internal sealed class HeldItems(EngineTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<object, HeldItem> _byKey = [];

    /// <summary>Set when an item is no longer held.</summary>
    public Signal Removed { get; } = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byKey.Count;
            }
        }
    }

    /// <summary>The items of this moment.</summary>
    public IReadOnlyList<HeldItem> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byKey.Values];
            }
        }
    }

    /// <summary>Adds items that were taken.</summary>
    public void Add(HeldBatch batch)
    {
        foreach (var item in batch.Items)
        {
            HeldItem? earlier;
            lock (_lock)
            {
                _byKey.Remove(item.Key, out earlier);
                _byKey.Add(item.Key, item);
            }

            // Taken once more: the earlier lease has run out before we noticed, or our own call has released the item.
            earlier?.Lease.RenewalRefused();
        }
    }

    public bool Contains(HeldItem item)
    {
        lock (_lock)
        {
            return _byKey.TryGetValue(item.Key, out var held) && ReferenceEquals(held, item);
        }
    }

    /// <summary>Ends the hold; a later hold of the same item is left alone.</summary>
    public void Remove(HeldItem item)
    {
        lock (_lock)
        {
            if (_byKey.TryGetValue(item.Key, out var held) && ReferenceEquals(held, item))
            {
                _byKey.Remove(item.Key);
            }
        }

        if (item.End())
        {
            telemetry.HoldEnded();
            Removed.Set();
        }
    }
}
