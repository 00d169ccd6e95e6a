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

    /// <summary>Records that one write takes; more go in several writes.</summary>
    /// <value>Default: 1,000. At least 1.</value>
    public int MaxRecordsPerWrite { get; set; } = DefaultBatch;

    /// <summary>Keys that one read or delete takes; more go in several calls.</summary>
    /// <value>Default: 1,000. From 1 to 10,000.</value>
    public int MaxKeysPerCall { get; set; } = DefaultBatch;

    /// <summary>Makes the keys of records that come without one, where the key is a <see cref="Guid"/>.</summary>
    /// <value>Default: version 7 of the clock's time, so that later keys are greater.</value>
    public Func<Guid>? NewKey { get; set; }
}
