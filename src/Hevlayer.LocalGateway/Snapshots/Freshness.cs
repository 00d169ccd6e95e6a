namespace Hevlayer.Local;

/// <summary>What the gateway knows of a namespace's index at one moment. Times are epoch milliseconds.</summary>
/// <param name="IsStable">Whether the index has caught up with the last write.</param>
/// <param name="Watermark">Latest watermark; null before the first stable moment.</param>
internal readonly record struct Freshness(bool IsStable, long? Watermark)
{
    /// <summary>Newest write that a query may show: while the index updates, those up to the old watermark.</summary>
    public long NewestVisibleMs => !IsStable && Watermark is { } watermark ? watermark : long.MaxValue;
}
