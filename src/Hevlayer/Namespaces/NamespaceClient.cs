namespace Hevlayer;

/// <summary>A handle on one namespace: queries, fetches, scans, snapshots, blobs. It holds only the name; nothing is kept open.</summary>
public sealed partial class NamespaceClient
{
    private readonly IHevlayerClient _client;

    /// <summary>Makes a handle; <see cref="IHevlayerClient.Namespace"/> is the usual way to one.</summary>
    /// <param name="client">The client, or a replacement of it in a test.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public NamespaceClient(IHevlayerClient client, string name)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        Name = Require.Id(name);
    }

    /// <summary>Name of the namespace.</summary>
    public string Name { get; }
}
