using Microsoft.Extensions.AI;

namespace Hevlayer.VectorData;

/// <summary>Settings of a <see cref="HevlayerVectorStore"/>, which its collections take over.</summary>
public sealed class HevlayerVectorStoreOptions
{
    /// <summary>Settings with their defaults.</summary>
    public HevlayerVectorStoreOptions()
    {
    }

    internal HevlayerVectorStoreOptions(HevlayerVectorStoreOptions? source)
    {
        EmbeddingGenerator = source?.EmbeddingGenerator;
        MaxRecordsPerWrite = source?.MaxRecordsPerWrite ?? HevlayerCollectionOptions.DefaultBatch;
        MaxKeysPerCall = source?.MaxKeysPerCall ?? HevlayerCollectionOptions.DefaultBatch;
        NewKey = source?.NewKey;
    }

    /// <summary>Embeds what is stored and searched for, in collections that have no generator of their own.</summary>
    /// <value>Default: null, records bring their vectors.</value>
    public IEmbeddingGenerator? EmbeddingGenerator { get; set; }

    /// <summary>Most records of one write; more are split into several writes.</summary>
    /// <value>Default: 1,000. At least 1.</value>
    public int MaxRecordsPerWrite { get; set; } = HevlayerCollectionOptions.DefaultBatch;

    /// <summary>Most keys of one read or delete; more are split into several calls.</summary>
    /// <value>Default: 1,000. From 1 to 10,000.</value>
    public int MaxKeysPerCall { get; set; } = HevlayerCollectionOptions.DefaultBatch;

    /// <summary>Makes the keys of records that come without one, where the key is a <see cref="Guid"/>.</summary>
    /// <value>Default: version 7 of the clock's time, so that later keys are greater.</value>
    public Func<Guid>? NewKey { get; set; }
}
