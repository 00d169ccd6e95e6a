namespace Hevlayer.Workers;

/// <summary>Cuts the rows of a large document into writes that fit into memory.</summary>
internal static class RowParts
{
    // What a component takes as text, with its comma, and what surrounds a row.
    private const long BytesPerComponent = 12;
    private const long Fixed = 256;

    /// <summary>The rows in their order, in parts that are no larger than the limit; a row that is larger is a part alone.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="limit">Most bytes of a body.</param>
    public static IEnumerable<IReadOnlyList<VectorEntry>> Of(IReadOnlyList<VectorEntry> rows, long limit)
    {
        var part = new List<VectorEntry>();
        long size = 0;
        foreach (var row in rows)
        {
            var own = SizeOf(row);
            if (part.Count > 0 && size + own > limit)
            {
                yield return part;
                part = [];
                size = 0;
            }

            part.Add(row);
            size += own;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <summary>About how many bytes the body with these rows has.</summary>
    public static long SizeOf(IReadOnlyList<VectorEntry> rows) => rows.Sum(SizeOf);

    /// <summary>Bytes that the vectors of these rows take in memory.</summary>
    public static long VectorBytesOf(IReadOnlyList<VectorEntry> rows) => rows.Sum(static row => sizeof(float) * ComponentsOf(row));

    private static long SizeOf(VectorEntry row) =>
        Fixed + (BytesPerComponent * ComponentsOf(row)) + (row.Attributes?.Sum(static field => field.Key.Length + (2L * field.Value.ToString().Length)) ?? 0);

    private static long ComponentsOf(VectorEntry row) => row.Vector?.Length ?? row.Vectors?.Sum(static vector => (long)vector.Length) ?? 0;
}
