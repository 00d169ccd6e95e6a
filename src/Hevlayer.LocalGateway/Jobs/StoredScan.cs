namespace Hevlayer.Local;

/// <summary>A finished scan with its results; those of the other mode are empty.</summary>
internal sealed record StoredScan(ScanJob Job, IReadOnlyList<string> Ids, IReadOnlyList<ScanValue> Values);
