namespace Hevlayer.Workers;

/// <summary>Embeds those chunks of a document that have no row yet, and has its rows changed to what they should be.</summary>
internal sealed class EmbeddingHandler(EmbeddingBatcher batcher, string embedder, EmbeddingOptions options) : IDocumentHandler, IWorkProbe, IPatientHandler, IRowPlanner
{
    // Any model can embed this, whatever is wrong with the documents.
    private const string ProbeText = "ready";

    private readonly string _embedder = EmbedderId.WithPrefix(embedder, options);
    private readonly RowDeclaration _declaration = new(embedder, options);

    public async Task<bool> WorksAsync(CancellationToken cancellationToken)
    {
        try
        {
            await batcher.EmbedAsync([new(0, ProbeText)], isAlone: true, cancellationToken);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public TimeSpan Waited() => batcher.Waited();

    public Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken) =>
        options.RowIds == RowIds.ByContent && document.ViewRows is { } viewRows
            ? ChangeAsync(document, viewRows, cancellationToken)
            : IndexAsync(document, cancellationToken);

    public IReadOnlyList<string>? RowIdsOf(string documentId, IReadOnlyList<Chunk> chunks) =>
        options.RowIds == RowIds.ByContent ? _declaration.IdsOf(documentId, chunks) : null;

    private async Task<DocumentOutcome> ChangeAsync(DocumentContext document, Func<IReadOnlyList<string>, CancellationToken, Task<RowView>> viewRows, CancellationToken cancellationToken)
    {
        var declared = _declaration.Of(document.Id, document.Chunks);
        var plan = RowPlan.Of(declared, document.View ?? await viewRows([.. declared.Select(static row => row.Id)], cancellationToken));

        // The same text in several places is embedded once.
        List<DeclaredRow> firsts = [.. plan.Missing.DistinctBy(static row => row.Text, StringComparer.Ordinal)];
        var texts = firsts.ConvertAll(static row => new ChunkText(row.ChunkIndex, row.Text));
        var vectors = await EmbedAsync(texts, document.Attempt, cancellationToken);
        return DocumentOutcome.Change(
            PlannedRows.Of(plan, firsts.Zip(vectors).ToDictionary(static pair => pair.First.Text, static pair => pair.Second, StringComparer.Ordinal), _embedder, chunks => _declaration.Of(document.Id, chunks)),
            texts.Count);
    }

    private async Task<DocumentOutcome> IndexAsync(DocumentContext document, CancellationToken cancellationToken)
    {
        List<ChunkText> texts = [.. document.Chunks.Select((chunk, index) => new ChunkText(index, ChunkContent.TextOf(chunk, options)))];
        var vectors = await EmbedAsync(texts, document.Attempt, cancellationToken);
        return DocumentOutcome.Index([.. document.Chunks.Select((chunk, index) => new VectorEntry
        {
            Id = chunk.Id,
            Vector = vectors[index],
            Attributes = ChunkContent.AttributesOf(document.Id, chunk, options),
        })]).Of(texts.Count);
    }

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(List<ChunkText> texts, int attempt, CancellationToken cancellationToken) =>
        texts.Count == 0 ? [] : await batcher.EmbedAsync(texts, isAlone: attempt > 1, cancellationToken);
}
