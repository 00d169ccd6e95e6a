namespace Hevlayer.Local;

/// <summary>A search as it is kept: its body stays the bytes that were sent.</summary>
internal sealed record RecordedSearch(
    long Nanos,
    string Namespace,
    string TraceId,
    string? RawQuery,
    long? Watermark,
    byte[] Body,
    IReadOnlyList<string> TopIds,
    IReadOnlyList<string> Tags)
{
    public SearchHistoryEntry ToEntry() => new()
    {
        Timestamp = HistoryClock.ToTime(Nanos),
        TimestampNanos = Nanos,
        Namespace = Namespace,
        TraceId = TraceId,
        RawQuery = RawQuery,
        StableAsOf = Watermark,
        Query = WireJson.Element(Body),
        TopResultIds = TopIds,
        Tags = Tags,
    };
}
