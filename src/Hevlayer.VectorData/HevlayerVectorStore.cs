using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;
using AbstractStore = Microsoft.Extensions.VectorData.VectorStore;

namespace Hevlayer.VectorData;

/// <summary>
/// The gateway as a vector store of <c>Microsoft.Extensions.VectorData</c>: each collection is a namespace. Failures of the
/// gateway are <see cref="VectorStoreException"/>s with the <see cref="HevlayerException"/> inside. Thread safe.
/// </summary>
public sealed class HevlayerVectorStore : AbstractStore
{
    private readonly IHevlayerClient _client;
    private readonly bool _ownsClient;
    private readonly HevlayerVectorStoreOptions _options;
    private readonly VectorStoreMetadata _metadata = new() { VectorStoreSystemName = StoreName.System };

    /// <summary>Makes a store on a client; nothing is sent.</summary>
    /// <param name="client">The client.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="ownsClient">Whether the client is disposed with the store.</param>
    public HevlayerVectorStore(IHevlayerClient client, HevlayerVectorStoreOptions? options = null, bool ownsClient = false)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _ownsClient = ownsClient;
        _options = new(options);
    }

    /// <summary>A collection of records that are mapped by their properties; nothing is sent.</summary>
    /// <typeparam name="TKey">Type of the key: string, Guid, int or long.</typeparam>
    /// <typeparam name="TRecord">Type of the records; for dictionaries there is <see cref="GetDynamicCollection"/>.</typeparam>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="definition">What the records consist of; null to read it from their attributes.</param>
    /// <exception cref="NotSupportedException">A property cannot be stored; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The properties do not make a record; the message says why.</exception>
    [RequiresDynamicCode("Records are mapped by reflection. For native code, use GetDynamicCollection.")]
    [RequiresUnreferencedCode("Records are mapped by reflection. For trimmed code, use GetDynamicCollection.")]
    public override HevlayerCollection<TKey, TRecord> GetCollection<TKey, TRecord>(string name, VectorStoreCollectionDefinition? definition = null) =>
        typeof(TRecord) == typeof(Dictionary<string, object?>)
            ? throw new ArgumentException(VectorDataStrings.GetCollectionWithDictionaryNotSupported)
            : new(_client, name, CollectionOptions(definition));

    /// <summary>A collection of dictionaries, which needs no reflection; nothing is sent.</summary>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="definition">What the dictionaries hold.</param>
    /// <exception cref="NotSupportedException">A property cannot be stored; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The properties do not make a record; the message says why.</exception>
    public override HevlayerDynamicCollection GetDynamicCollection(string name, VectorStoreCollectionDefinition definition) =>
        new(_client, name, CollectionOptions(definition));

    /// <summary>Names of all namespaces that the key may see. Calls <c>GET /v2/namespaces</c>, page by page.</summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="VectorStoreException">A call failed.</exception>
    public override async IAsyncEnumerable<string> ListCollectionNamesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var entries = new GatewayCalls(null).RunAsync("ListCollectionNames", _client.ListNamespaces());
        await foreach (var entry in entries.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return entry.Name;
        }
    }

    /// <summary>Whether a namespace is there. Calls <c>GET /v2/namespaces/{namespace}/metadata</c>.</summary>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override Task<bool> CollectionExistsAsync(string name, CancellationToken cancellationToken = default) =>
        new CollectionNamespace(_client, name).ExistsAsync(cancellationToken);

    /// <summary>Deletes a namespace with all of its rows, if it is there. Calls <c>DELETE /v2/namespaces/{namespace}</c>.</summary>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override Task EnsureCollectionDeletedAsync(string name, CancellationToken cancellationToken = default) =>
        new CollectionNamespace(_client, name).EnsureDeletedAsync(cancellationToken);

    /// <summary>The store's metadata, the client behind it, or the store itself; null for any other type or with a key.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">Null; there are no services with keys.</param>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_client) ? _client
            : null;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && _ownsClient)
        {
            (_client as IDisposable)?.Dispose();
        }

        base.Dispose(disposing);
    }

    private HevlayerCollectionOptions CollectionOptions(VectorStoreCollectionDefinition? definition) => new()
    {
        Definition = definition,
        EmbeddingGenerator = _options.EmbeddingGenerator,
        MaxRecordsPerWrite = _options.MaxRecordsPerWrite,
        MaxKeysPerCall = _options.MaxKeysPerCall,
        NewKey = _options.NewKey,
    };
}
