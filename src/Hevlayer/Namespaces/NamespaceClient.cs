namespace Hevlayer;

/// <summary>A handle on one namespace: queries, fetches, scans, snapshots, blobs. It holds only the name; nothing is kept open.</summary>
public sealed partial class NamespaceClient
{
    private readonly ClientScope _scope;

    /// <summary>Makes a handle; <see cref="IHevlayerClient.Namespace"/> is the usual way to one.</summary>
    /// <param name="api">The operations: those of a client, or a stand-in of a test.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="clock">Clock of the handle's waits; null for the system's.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public NamespaceClient(IHevlayerApi api, string name, TimeProvider? clock = null)
        : this(ClientScope.Over(api, clock), name)
    {
    }

    internal NamespaceClient(ClientScope scope, string name)
    {
        _scope = scope;
        Name = Require.Id(name);
    }

    /// <summary>Name of the namespace.</summary>
    public string Name { get; }

    /// <summary>The same handle with options for each of its calls: deadlines, headers, what the replies said. See <see cref="CallOptions"/>.</summary>
    /// <param name="options">The options; they replace those that were given before.</param>
    public NamespaceClient WithOptions(CallOptions options) => new(_scope.With(options), Name);
}
