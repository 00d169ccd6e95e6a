namespace Hevlayer.Workers;

/// <summary>The content of a document that is to be staged: a text to be split, chunks, or the fact that it is
/// deleted.</summary>
public sealed class SourceDocument
{
    private SourceDocument()
    {
    }

    internal string? Text { get; private init; }

    internal IReadOnlyList<Chunk>? Chunks { get; private init; }

    internal AttributeMap? Metadata { get; private init; }

    internal string? DeletedId { get; private init; }

    /// <summary>
    /// A text. The worker's <see cref="ITextChunker"/> splits it, and the chunks take their ids from
    /// <see cref="ChunkIds.Create"/>: staged twice, it has the same chunks.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="metadata">What is kept with each of the chunks for the workers that read them; null for nothing.</param>
    public static SourceDocument OfText(string text, AttributeMap? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Text = text, Metadata = metadata };
    }

    /// <summary>Chunks as they are.</summary>
    /// <param name="chunks">The chunks in their order, each under an id of its own that is the same each time.</param>
    public static SourceDocument OfChunks(IReadOnlyList<Chunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(chunks);
        return new() { Chunks = chunks };
    }

    /// <summary>
    /// The document is deleted: what is staged says so, and the worker that claims it removes all of its rows. It is then
    /// <c>indexed</c>, with none.
    /// </summary>
    /// <param name="documentId">Id of the document, the same as the message's; with another one the message is rejected.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static SourceDocument Deleted(string documentId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(documentId);
        return new() { DeletedId = documentId };
    }
}
