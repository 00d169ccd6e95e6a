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
        var rows = new List<DeclaredRow>(chunks.Count);
        foreach (var (index, (text, id)) in Named(documentId, chunks).Index())
        {
            var attributes = ChunkContent.AttributesOf(documentId, chunks[index], options) ?? [];
            rows.Add(new(id, index, text, attributes, AttributeMark.Of(attributes)));
        }

        return rows;
    }

    /// <summary>Ids of the rows. Nothing of the user's is called.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <exception cref="DocumentRejectedException">A chunk has no text.</exception>
    public IReadOnlyList<string> IdsOf(string documentId, IReadOnlyList<Chunk> chunks) => [.. Named(documentId, chunks).Select(static row => row.Id)];

    private IEnumerable<(string Text, string Id)> Named(string documentId, IReadOnlyList<Chunk> chunks)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in chunks)
        {
            var text = ChunkContent.TextOf(chunk, options);
            var occurrence = seen[text] = seen.GetValueOrDefault(text, -1) + 1;
            yield return (text, RowIdentity.Of(documentId, embedder, text, occurrence));
        }
    }
}
