namespace Hevlayer.Workers;

/// <summary>Cuts the rows of a large document into writes that fit into memory.</summary>
internal static class RowParts
{
    // What a component takes as text, with its comma, and what surrounds a row.
    private const long BytesPerComponent = 12;
    private const long Fixed = 256;

    // Each is named in the filter of the last part, too.
    private const int MostPatches = 500;

    /// <summary>
    /// Writes of the rows in their order, patches first, none larger than the limit; a row that is larger is a write alone.
    /// The last one replaces what is older.
    /// </summary>
    /// <param name="documentId">The document.</param>
    /// <param name="version">Version of the rows.</param>
    /// <param name="rows">Rows that are written whole.</param>
    /// <param name="patches">Rows that stay.</param>
    /// <param name="limit">Most bytes of a body.</param>
    public static IEnumerable<RowWrite> Of(string documentId, long version, IReadOnlyList<VectorEntry> rows, IReadOnlyList<RowPatch> patches, long limit)
    {
        List<RowPatch> patched = [];
        List<VectorEntry> part = [];
        long size = 0;
        foreach (var (patch, row) in patches.Select(static patch => ((RowPatch?)patch, (VectorEntry?)null)).Concat(rows.Select(static row => ((RowPatch?)null, (VectorEntry?)row))))
        {
            var own = patch is null ? SizeOf(row!) : SizeOf(patch);
            if (patched.Count + part.Count > 0 && (size + own > limit || (patch is not null && patched.Count == MostPatches)))
            {
                yield return new(documentId, version, part, ReplacesOlder: false) { Patches = patched };
                (patched, part, size) = ([], [], 0);
            }

            if (patch is null)
            {
                part.Add(row!);
            }
            else
            {
                patched.Add(patch);
            }

            size += own;
        }

        yield return new(documentId, version, part, ReplacesOlder: true) { Patches = patched };
    }

    /// <summary>About how many bytes the body of a write has.</summary>
    public static long SizeOf(RowWrite write) => write.Rows.Sum(SizeOf) + write.Patches.Sum(SizeOf);

    /// <summary>Bytes that the vectors of these rows take in memory.</summary>
    public static long VectorBytesOf(IReadOnlyList<VectorEntry> rows) => rows.Sum(static row => sizeof(float) * ComponentsOf(row));

    private static long SizeOf(RowPatch patch) => Fixed + SizeOf(patch.Changes);

    private static long SizeOf(VectorEntry row) => Fixed + (BytesPerComponent * ComponentsOf(row)) + SizeOf(row.Attributes);

    private static long SizeOf(AttributeMap? attributes) => attributes?.Sum(static field => field.Key.Length + (2L * field.Value.ToString().Length)) ?? 0;

    private static long ComponentsOf(VectorEntry row) => row.Vector?.Length ?? row.Vectors?.Sum(static vector => (long)vector.Length) ?? 0;
}
