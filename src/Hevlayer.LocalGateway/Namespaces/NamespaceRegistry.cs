using System.Collections.Concurrent;

namespace Hevlayer.Local;

/// <summary>All namespaces of a gateway. Thread safe.</summary>
internal sealed class NamespaceRegistry(LocalGatewayOptions options)
{
    private readonly ConcurrentDictionary<string, NamespaceStore> _stores = new(StringComparer.Ordinal);

    /// <summary>What is written, to all namespaces.</summary>
    public WriteFeed Writes { get; } = new();

    /// <summary>The namespace, made on the spot: the first write creates it.</summary>
    public NamespaceStore Open(string name) => _stores.GetOrAdd(name, key => new NamespaceStore(key, Writes, options));

    public NamespaceStore? Find(string name) => _stores.GetValueOrDefault(name);

    public NamespaceView? View(string name) => Find(name)?.View();

    public NamespaceView Require(string name) =>
        View(name) ?? throw GatewayFault.NotFound($"namespace '{name}' not found");

    public void Delete(string name) => _stores.TryRemove(name, out _);

    public IEnumerable<NamespaceStore> Stores() => _stores.Values;

    /// <summary>Names that have been written to, in ordinal order.</summary>
    public IEnumerable<NamespaceView> All() =>
        _stores.Values.OrderBy(store => store.Name, StringComparer.Ordinal).Select(store => store.View()).OfType<NamespaceView>();
}
