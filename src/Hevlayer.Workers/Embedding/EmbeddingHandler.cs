namespace Hevlayer.Workers;

/// <summary>Embeds the chunks of a document and indexes them, one row a chunk under the chunk's id.</summary>
internal sealed class EmbeddingHandler(EmbeddingBatcher batcher, EmbeddingOptions options) : IDocumentHandler, IWorkProbe
{
    // Any model can embed this, whatever is wrong with the documents.
    private const string ProbeText = "ready";

    public async Task<bool> WorksAsync(CancellationToken cancellationToken)
    {
        try
        {
            await batcher.EmbedAsync([ProbeText], isAlone: true, cancellationToken);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public async Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        var texts = document.Chunks.Select(TextOf).ToList();
        var vectors = await batcher.EmbedAsync(texts, isAlone: document.Attempt > 1, cancellationToken);
        return DocumentOutcome.Index([.. document.Chunks.Select((chunk, index) => RowOf(document.Id, chunk, vectors[index]))]);
    }

    private static string TextOf(Chunk chunk) =>
        chunk.Text ?? throw new DocumentRejectedException($"Chunk '{chunk.Id}' has no text.");

    private VectorEntry RowOf(string documentId, Chunk chunk, ReadOnlyMemory<float> vector) => new()
    {
        Id = chunk.Id,
        Vector = vector,
        Attributes = AttributesOf(documentId, chunk),
    };

    private AttributeMap? AttributesOf(string documentId, Chunk chunk) => options switch
    {
        { Attributes: { } make } => make(documentId, chunk),
        { TextAttribute: { Length: > 0 } name } => new AttributeMap { [name] = chunk.Text },
        _ => null,
    };
}
