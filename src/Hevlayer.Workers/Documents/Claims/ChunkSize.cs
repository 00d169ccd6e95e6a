namespace Hevlayer.Workers;

/// <summary>What chunks take in memory.</summary>
internal static class ChunkSize
{
    // An object, its id and two references.
    private const int Fixed = 96;

    // One part in so many: after forty documents, hardly anything is left of a large one.
    private const int Forgetting = 8;

    /// <summary>Bytes that the texts and ids of chunks take, two for a character.</summary>
    public static long Of(IReadOnlyList<Chunk> chunks)
    {
        long size = 0;
        foreach (var chunk in chunks)
        {
            size += Fixed + (2L * (chunk.Id.Length + (chunk.Text?.Length ?? 0)));
        }

        return size;
    }

    /// <summary>
    /// How large the next document is taken for before it is read: as large as the largest of late. Were a huge one never
    /// forgotten, documents would be worked on one by one ever after.
    /// </summary>
    /// <param name="expected">What was expected so far.</param>
    /// <param name="size">Size of the document that was read.</param>
    public static long Expect(long expected, long size) => size >= expected ? size : expected - ((expected - size) / Forgetting);
}
