namespace Hevlayer.Workers;

/// <summary>Makes the chunks of a document, and refuses what cannot be staged.</summary>
/// <param name="chunker">Splits texts.</param>
/// <param name="options">The limits.</param>
internal sealed class DocumentChunks(ITextChunker chunker, SourceWorkerOptions options)
{
    /// <summary>The chunks; none for a document without content that is to be skipped.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="document">Its content.</param>
    /// <param name="cancellationToken">Ends it between two chunks.</param>
    /// <exception cref="DocumentRejectedException">The document cannot be staged, now or later.</exception>
    public IReadOnlyList<Chunk> Of(string documentId, SourceDocument document, CancellationToken cancellationToken)
    {
        if (document.DeletedId is { } deleted)
        {
            return string.Equals(deleted, documentId, StringComparison.Ordinal)
                ? Deletion.ChunksOf(documentId)
                : throw new DocumentRejectedException($"The message is of the document '{documentId}', and says that '{deleted}' is deleted.");
        }

        var chunks = new List<Chunk>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        long bytes = 0;
        foreach (var chunk in document.Chunks ?? Split(documentId, document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bytes += ChunkBytes.Of(chunk);
            if (Problem(chunk, chunks.Count, bytes, ids) is { } problem)
            {
                throw new DocumentRejectedException(problem);
            }

            chunks.Add(chunk);
        }

        return chunks.Count > 0 || options.SkipEmpty
            ? chunks
            : throw new DocumentRejectedException($"The document has no chunks: there is no text in it. Where that is meant, let the mapper give no document, or set {nameof(options.SkipEmpty)}.");
    }

    private IEnumerable<Chunk> Split(string documentId, SourceDocument document)
    {
        var metadata = document.Metadata is { Count: > 0 } fields ? (AttributeValue?)fields : null;
        return chunker.Split(document.Text!).Select((text, index) => new Chunk { Id = ChunkIds.Create(documentId, index), Text = text, Metadata = metadata });
    }

    private string? Problem(Chunk chunk, int before, long bytes, HashSet<string> ids) => true switch
    {
        _ when string.IsNullOrWhiteSpace(chunk.Id) => $"Chunk {before} of the document has no id.",
        _ when !ids.Add(chunk.Id) => $"The id '{chunk.Id}' is that of two chunks of the document.",
        _ when before == options.MaxChunksPerDocument => $"The document has more than {options.MaxChunksPerDocument} chunks ({nameof(options.MaxChunksPerDocument)}).",
        _ when bytes > options.MaxStagedBytes => $"The chunks of the document have more than {options.MaxStagedBytes} bytes ({nameof(options.MaxStagedBytes)}).",
        _ => null,
    };
}
