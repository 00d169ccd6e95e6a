namespace Hevlayer.Local;

/// <summary>A namespace at one moment. Times are epoch milliseconds.</summary>
internal sealed record NamespaceView(
    string Name,
    StoredRow[] Rows,
    Freshness Freshness,
    string Metric,
    int? Dimensions,
    long CreatedMs,
    long LastWriteMs,
    IReadOnlyDictionary<string, string> Types,
    NamespaceSettings Settings);
