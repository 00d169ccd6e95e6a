namespace Hevlayer.Local;

/// <summary>Which rows a query may see: by filter, and by write time after one moment and up to another (epoch milliseconds).</summary>
internal readonly record struct RowWindow(RowFilter? Filter, long AfterMs, long UpToMs)
{
    public bool Admits(StoredRow row) =>
        row.UpsertedAtMs > AfterMs && row.UpsertedAtMs <= UpToMs && (Filter is null || Filter.Matches(row));
}
