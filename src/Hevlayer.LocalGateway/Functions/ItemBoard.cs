namespace Hevlayer.Local;

/// <summary>Which row is in which state, with counts that cost nothing to read. Not thread safe.</summary>
internal sealed class ItemBoard
{
    private readonly Dictionary<(string Namespace, string Id), FunctionItem> _items = [];
    private readonly SortedSet<FunctionItem> _ready = new(Comparer<FunctionItem>.Create((x, y) => x.Order.CompareTo(y.Order)));
    private readonly PriorityQueue<(FunctionItem Item, int Moves), long> _byDue = new();
    private readonly int[] _counts = new int[Enum.GetValues<ItemState>().Length];
    private long _nextOrder;

    public IEnumerable<FunctionItem> All => _items.Values;

    /// <summary>The row that is next in line; null when none can be claimed.</summary>
    public FunctionItem? NextReady => _ready.Min;

    public int Count(ItemState state) => _counts[(int)state];

    public FunctionItem? Find(string name, string id) => _items.GetValueOrDefault((name, id));

    public void Add(string name, string id, string version)
    {
        var item = new FunctionItem(name, id, _nextOrder++, version);
        _items.Add((name, id), item);
        Enter(item);
    }

    public void Remove(FunctionItem item)
    {
        Leave(item);
        item.Moves++;
        _items.Remove((item.Namespace, item.Id));
    }

    public void MakeReady(FunctionItem item) => Move(item, ItemState.Ready, lease: null, due: null);

    public void Hold(FunctionItem item, ItemLease lease, long until) => Move(item, ItemState.Held, lease, until);

    public void Wait(FunctionItem item, long until) => Move(item, ItemState.Waiting, lease: null, until);

    public void Fail(FunctionItem item) => Move(item, ItemState.Failed, lease: null, due: null);

    /// <summary>Makes ready each row whose wait or lease has ended by now.</summary>
    public void ReturnDue(long now)
    {
        while (_byDue.TryPeek(out var entry, out var due) && due <= now)
        {
            _byDue.Dequeue();
            if (entry.Item.Moves != entry.Moves)
            {
                continue;
            }

            // Heartbeats don't touch the queue: an extended lease takes its new place when its old one comes up.
            if (entry.Item.Due > now)
            {
                _byDue.Enqueue(entry, entry.Item.Due.Value);
                continue;
            }

            MakeReady(entry.Item);
        }
    }

    /// <summary>When the next wait or lease ends; null when none does.</summary>
    public long? NextDue()
    {
        while (_byDue.TryPeek(out var entry, out var due))
        {
            var holds = entry.Item.Moves == entry.Moves;
            if (holds && entry.Item.Due == due)
            {
                return due;
            }

            _byDue.Dequeue();
            if (holds)
            {
                _byDue.Enqueue(entry, entry.Item.Due!.Value);
            }
        }

        return null;
    }

    private void Move(FunctionItem item, ItemState state, ItemLease? lease, long? due)
    {
        Leave(item);
        item.Moves++;
        item.State = state;
        item.Lease = lease;
        item.Due = due;
        Enter(item);
        if (due is { } time)
        {
            _byDue.Enqueue((item, item.Moves), time);
        }
    }

    private void Enter(FunctionItem item)
    {
        _counts[(int)item.State]++;
        if (item.State == ItemState.Ready)
        {
            _ready.Add(item);
        }
    }

    private void Leave(FunctionItem item)
    {
        _counts[(int)item.State]--;
        if (item.State == ItemState.Ready)
        {
            _ready.Remove(item);
        }
    }
}
