namespace Hevlayer.Workers;

/// <summary>Says which rows a document should have: that follows from its chunks, and from nothing else.</summary>
/// <param name="embedder">What makes the vectors; see <see cref="EmbeddingOptions.Embedder"/>.</param>
/// <param name="options">Which attributes rows have, and what stands before their texts.</param>
internal sealed class RowDeclaration(string embedder, EmbeddingOptions options)
{
    /// <summary>A row for each chunk, in their order. Chunks with the same text have a row each.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <exception cref="DocumentRejectedException">A chunk has no text.</exception>
    public IReadOnlyList<DeclaredRow> Of(string documentId, IReadOnlyList<Chunk> chunks)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<DeclaredRow>(chunks.Count);
        for (var index = 0; index < chunks.Count; index++)
        {
            var text = ChunkContent.TextOf(chunks[index], options);
            var occurrence = seen[text] = seen.GetValueOrDefault(text, -1) + 1;
            var attributes = ChunkContent.AttributesOf(documentId, chunks[index], options) ?? [];
            rows.Add(new(RowIdentity.Of(documentId, embedder, text, occurrence), index, text, attributes, AttributeMark.Of(attributes)));
        }

        return rows;
    }
}
