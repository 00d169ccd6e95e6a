namespace Hevlayer.Local;

/// <summary>All functions of a gateway. Thread safe.</summary>
internal sealed class FunctionRegistry
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FunctionQueue> _queues = new(StringComparer.Ordinal);
    private readonly NamespaceRegistry _namespaces;
    private readonly LocalGatewayOptions _options;
    private volatile bool _someWatchWrites;

    public FunctionRegistry(NamespaceRegistry namespaces, LocalGatewayOptions options)
    {
        _namespaces = namespaces;
        _options = options;
        namespaces.Writes.Listener = OnWritten;
    }

    public Udf Create(string id, UdfSpec spec)
    {
        var complete = FunctionSpecRules.Complete(spec);
        lock (_lock)
        {
            return _queues.ContainsKey(id) ? throw GatewayFault.Conflict($"udf '{id}' already exists") : Add(id, complete);
        }
    }

    public Udf Upsert(string id, UdfSpec spec)
    {
        var complete = FunctionSpecRules.Complete(spec);
        lock (_lock)
        {
            var udf = _queues.TryGetValue(id, out var queue) ? queue.Replace(complete) : Add(id, complete);
            NoteWatchers();
            return udf;
        }
    }

    public FunctionQueue? Find(string id)
    {
        lock (_lock)
        {
            return _queues.GetValueOrDefault(id);
        }
    }

    public FunctionQueue Require(string id) => Find(id) ?? throw Unknown(id);

    public void Delete(string id)
    {
        lock (_lock)
        {
            if (!_queues.Remove(id))
            {
                throw Unknown(id);
            }

            NoteWatchers();
        }
    }

    public IReadOnlyList<Udf> All()
    {
        lock (_lock)
        {
            return [.. _queues.Values.Select(queue => queue.Definition).OrderBy(udf => udf.CreatedAt).ThenBy(udf => udf.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>Begins the sweeps that have become due.</summary>
    public SweepOutcome SweepDue()
    {
        lock (_lock)
        {
            return _queues.Values.Select(static queue => queue.SweepDue()).DefaultIfEmpty().Max();
        }
    }

    public IEnumerable<FunctionSight> Sights() => All().Select(udf => Find(udf.Id)?.Look()).OfType<FunctionSight>();

    private Udf Add(string id, UdfSpec spec)
    {
        var now = _options.TimeProvider.GetUtcNow();
        var udf = new Udf { Id = id, Spec = spec, Paused = false, CreatedAt = now, UpdatedAt = now };
        _queues.Add(id, new FunctionQueue(udf, _namespaces, _options, _lock));
        NoteWatchers();
        return udf;
    }

    private void NoteWatchers() => _someWatchWrites = _queues.Values.Any(queue => queue.Definition.Spec.Triggers!.Contains(UdfTrigger.Write));

    private void OnWritten(string name, IEnumerable<string> keys)
    {
        if (!_someWatchWrites)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var queue in _queues.Values.Where(queue => Watches(queue.Definition.Spec, name)))
            {
                queue.Offer(name, keys);
            }
        }
    }

    private static bool Watches(UdfSpec spec, string name) =>
        spec.Triggers!.Contains(UdfTrigger.Write) && spec.TargetNamespaces!.Contains(name, StringComparer.Ordinal);

    private static GatewayFault Unknown(string id) => GatewayFault.NotFound($"udf '{id}' not found");
}
