using System.Security.Cryptography;

namespace Hevlayer.Local;

/// <summary>Makes the body of a snapshot and its content hash.</summary>
internal static class SnapshotWriter
{
    public static SnapshotBody Write(string name, long watermarkMs, StoredRow[] rows, IEnumerable<string> fields, int cap)
    {
        var histograms = fields.Distinct(StringComparer.Ordinal).Select(field => (Name: field, Values: Histogram.Of(field, rows))).ToList();
        var body = new SnapshotBody
        {
            Namespace = name,
            WatermarkMs = watermarkMs,
            Sha = string.Empty,
            RowCount = rows.Length,
            Fields = [.. histograms.Where(field => field.Values.Distinct <= cap).Select(field => Field(field.Name, field.Values))],
            FieldsSkipped = [.. histograms.Where(field => field.Values.Distinct > cap).Select(field => Skipped(field.Name, field.Values, cap))],
        };
        return body with { Sha = Convert.ToHexStringLower(SHA256.HashData(WireJson.Write(body))) };
    }

    private static SnapshotField Field(string name, Histogram histogram) => new()
    {
        Name = name,
        Values = [.. histogram.Ranked().Select(pair => new SnapshotValueCount { Value = pair.Key, Count = pair.Value })],
    };

    private static SnapshotFieldSkipped Skipped(string name, Histogram histogram, int cap) => new()
    {
        Name = name,
        Reason = SnapshotSkipReason.ExceededCap,
        DistinctObserved = histogram.Distinct,
        Cap = cap,
    };
}
