namespace Hevlayer.Quickstart;

/// <summary>What is staged in one call: a file, or a part of a large one.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Chunks">Its chunks, at least one.</param>
internal sealed record TextDocument(string Id, IReadOnlyList<Chunk> Chunks)
{
    /// <summary>Makes the document of a part of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="part">Number of the part, from 1.</param>
    /// <param name="pieces">Its pieces of text.</param>
    public static TextDocument Of(TextFile file, int part, IEnumerable<string> pieces)
    {
        var id = DocumentId.ForPart(file.Name, part);
        return new(id, [.. pieces.Select((piece, index) => new Chunk
        {
            Id = DocumentId.ForChunk(id, index + 1),
            Text = piece,
            Metadata = new AttributeMap { [Passage.PathAttribute] = file.Name },
        })]);
    }
}
