namespace Hevlayer.Workers;

/// <summary>What of a chunk is embedded, and what is stored.</summary>
internal static class ChunkContent
{
    /// <summary>What is embedded.</summary>
    /// <exception cref="DocumentRejectedException">The chunk has no text.</exception>
    public static string TextOf(Chunk chunk, EmbeddingOptions options) =>
        options.Prefix + (chunk.Text ?? throw new DocumentRejectedException($"Chunk '{chunk.Id}' has no text."));

    /// <summary>What is stored; null for nothing.</summary>
    public static AttributeMap? AttributesOf(string documentId, Chunk chunk, EmbeddingOptions options) => options switch
    {
        { Attributes: { } make } => make(documentId, chunk),
        { TextAttribute: { Length: > 0 } name } => new AttributeMap { [name] = chunk.Text },
        _ => null,
    };
}
