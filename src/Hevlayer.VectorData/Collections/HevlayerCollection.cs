using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.VectorData;
using Microsoft.Extensions.VectorData.ProviderServices;

namespace Hevlayer.VectorData;

/// <summary>
/// A namespace of the gateway as a collection of records. A record is a row: its key is the id, its data properties are
/// attributes under their storage names, its vector is the row's. Failures of the gateway are
/// <see cref="VectorStoreException"/>s with the <see cref="HevlayerException"/> inside. Thread safe.
/// </summary>
/// <typeparam name="TKey">Type of the key: string, Guid, int or long.</typeparam>
/// <typeparam name="TRecord">Type of the records.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "VectorData calls it a collection.")]
public partial class HevlayerCollection<TKey, TRecord> : VectorStoreCollection<TKey, TRecord>, IKeywordHybridSearchable<TRecord>
    where TKey : notnull
    where TRecord : class
{
    private readonly IHevlayerClient _client;
    private readonly HevlayerCollectionOptions _options;
    private readonly CollectionModel _model;
    private readonly RecordMapper<TRecord> _mapper;
    private readonly CollectionRows _rows;
    private readonly CollectionNamespace _namespace;
    private readonly VectorStoreCollectionMetadata _metadata;

    /// <summary>Makes a collection of records that are mapped by their properties; nothing is sent.</summary>
    /// <param name="client">The client; it is not disposed with the collection.</param>
    /// <param name="name">Name of the namespace.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is empty, or a setting is out of range.</exception>
    /// <exception cref="NotSupportedException">A property cannot be stored; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The properties do not make a record; the message says why.</exception>
    [RequiresDynamicCode("Records are mapped by reflection. For native code, use HevlayerDynamicCollection.")]
    [RequiresUnreferencedCode("Records are mapped by reflection. For trimmed code, use HevlayerDynamicCollection.")]
    public HevlayerCollection(IHevlayerClient client, string name, HevlayerCollectionOptions? options = null)
        : this(client, name, options, static settings => typeof(TRecord) == typeof(Dictionary<string, object?>)
            ? throw new NotSupportedException(VectorDataStrings.NonDynamicCollectionWithDictionaryNotSupported(typeof(HevlayerDynamicCollection)))
            : new RecordModelBuilder().Build(typeof(TRecord), typeof(TKey), settings.Definition, settings.EmbeddingGenerator))
    {
    }

    private protected HevlayerCollection(IHevlayerClient client, string name, HevlayerCollectionOptions? options, Func<HevlayerCollectionOptions, CollectionModel> build)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _client = client;
        _options = new(options);
        _model = build(_options);
        _mapper = new(_model);
        _rows = new(client, name);
        _namespace = new(client, name);
        _metadata = new() { VectorStoreSystemName = StoreName.System, CollectionName = name };
        Name = name;
    }

    /// <summary>Name of the namespace.</summary>
    public override string Name { get; }

    // Each write names the metric, because the first one creates the namespace.
    private NamespaceWrite Terms => new()
    {
        DistanceMetric = _model.VectorProperties is [var vector] ? DistanceRules.Metric(vector) : (DistanceMetric?)null,
        Schema = SchemaOf.Model(_model),
    };

    /// <summary>Whether the namespace is there. Calls <c>GET /v2/namespaces/{namespace}/metadata</c>.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => _namespace.ExistsAsync(cancellationToken);

    /// <summary>
    /// Creates the namespace with its schema, unless it exists. The gateway makes namespaces by writing to them, so a row is
    /// written and deleted again. Calls <c>GET /v2/namespaces/{namespace}/metadata</c> and <c>POST /v2/namespaces/{namespace}</c>.
    /// </summary>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="VectorStoreException">A call failed.</exception>
    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) =>
        _namespace.EnsureExistsAsync(Terms, _model.VectorProperties is [var vector] ? vector.Dimensions : null, cancellationToken);

    /// <summary>Deletes the namespace with all of its rows, if it is there. Calls <c>DELETE /v2/namespaces/{namespace}</c>.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="VectorStoreException">The call failed.</exception>
    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default) => _namespace.EnsureDeletedAsync(cancellationToken);

    /// <summary>The collection's metadata, the client behind it, or the collection itself; null for any other type or with a key.</summary>
    /// <param name="serviceType">What is asked for.</param>
    /// <param name="serviceKey">Null; there are no services with keys.</param>
    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(VectorStoreCollectionMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(_client) ? _client
            : null;
    }

    private string[] Attributes(bool includeVectors)
    {
        if (includeVectors && _model.EmbeddingGenerationRequired)
        {
            throw new NotSupportedException(VectorDataStrings.IncludeVectorsNotSupportedWithEmbeddingGeneration);
        }

        return includeVectors && _model.VectorProperties.Count > 0 ? [.. _mapper.Attributes, RowFields.Vector] : _mapper.Attributes;
    }

    private TRecord Record(FoundRow row)
    {
        try
        {
            return _mapper.ToRecord(row.Id, row.Attributes);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            throw new VectorStoreException($"Row '{row.Id}' does not fit the record: {exception.Message}", exception)
            {
                VectorStoreSystemName = StoreName.System,
                CollectionName = Name,
            };
        }
    }
}
