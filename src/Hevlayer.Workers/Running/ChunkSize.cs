namespace Hevlayer.Workers;

/// <summary>What chunks take in memory.</summary>
internal static class ChunkSize
{
    // An object, its id and two references.
    private const int Fixed = 96;

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
}
