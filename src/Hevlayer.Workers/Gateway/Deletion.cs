namespace Hevlayer.Workers;

/// <summary>
/// How a producer stages that a document is deleted: one chunk without text, whose metadata says so. A document without
/// chunks says less: its chunks may be lost.
/// </summary>
internal static class Deletion
{
    private const string Mark = "hev_deleted";

    /// <summary>The chunks of a document that is deleted.</summary>
    /// <param name="documentId">The document.</param>
    public static IReadOnlyList<Chunk> ChunksOf(string documentId) =>
        [new() { Id = ChunkIds.Create(documentId, 0), Metadata = new AttributeMap { [Mark] = true } }];

    /// <summary>Whether chunks say that their document is deleted.</summary>
    public static bool IsIn(IReadOnlyList<Chunk> chunks) =>
        chunks is [{ Text: null, Metadata: { Kind: AttributeKind.Object } metadata }] && metadata.AsMap().GetBoolean(Mark) == true;
}
