namespace Hevlayer.Workers;

/// <summary>All items that a worker holds, the oldest first. Thread safe.</summary>
internal sealed class HeldItems(EngineTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<object, HeldItem> _byKey = [];

    /// <summary>Set when an item is no longer held, or its result is being stored.</summary>
    public Signal Advanced { get; } = new();

    /// <summary>Items whose result is being stored.</summary>
    public int Storing
    {
        get
        {
            lock (_lock)
            {
                return _byKey.Values.Count(static item => item.IsStoring);
            }
        }
    }

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

    /// <summary>The result of an item is being stored, or the work on it begins anew.</summary>
    public void SetStoring(HeldItem item, bool isStoring)
    {
        lock (_lock)
        {
            item.IsStoring = isStoring;
        }

        if (isStoring)
        {
            Advanced.Set();
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
            Advanced.Set();
        }
    }
}
