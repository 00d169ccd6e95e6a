using Microsoft.Extensions.VectorData;

namespace Hevlayer.VectorData;

/// <summary>Settings of a <see cref="HevlayerCollection{TKey, TRecord}"/>.</summary>
public sealed class HevlayerCollectionOptions : VectorStoreCollectionOptions
{
    internal const int DefaultBatch = 1_000;

    /// <summary>Settings with their defaults.</summary>
    public HevlayerCollectionOptions()
    {
    }

    internal HevlayerCollectionOptions(HevlayerCollectionOptions? source)
        : base(source)
    {
        MaxRecordsPerWrite = source?.MaxRecordsPerWrite ?? DefaultBatch;
        MaxKeysPerCall = source?.MaxKeysPerCall ?? DefaultBatch;
        NewKey = source?.NewKey;
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRecordsPerWrite, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxKeysPerCall, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxKeysPerCall, QueryLimits.MostRows);
    }

    /// <summary>Most records of one write; more are split into several writes.</summary>
    /// <value>Default: 1,000. At least 1.</value>
    public int MaxRecordsPerWrite { get; set; } = DefaultBatch;

    /// <summary>Most keys of one read or delete; more are split into several calls.</summary>
    /// <value>Default: 1,000. From 1 to 10,000.</value>
    public int MaxKeysPerCall { get; set; } = DefaultBatch;

    /// <summary>Makes the keys of records that come without one, where the key is a <see cref="Guid"/>.</summary>
    /// <value>Default: version 7 of the clock's time, so that later keys are greater.</value>
    public Func<Guid>? NewKey { get; set; }
}
