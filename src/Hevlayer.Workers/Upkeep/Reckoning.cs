using System.Text;

namespace Hevlayer.Workers;

/// <summary>Reckons what documents would cost, from what is in the index.</summary>
internal sealed class Reckoning(IHevlayerClient layer, string name, DryRunOptions options)
{
    private const decimal Million = 1_000_000;

    private readonly RowDeclaration _declaration = new(EmbedderId.Of(options.Generator, options.Embedding), options.Embedding);

    /// <summary>The estimate with more documents.</summary>
    public async Task<RunEstimate> AddAsync(RunEstimate estimate, IReadOnlyList<(string Id, IReadOnlyList<Chunk> Chunks)> documents, CancellationToken cancellationToken)
    {
        var declared = documents.Select(document => (document.Id, Rows: Declare(document.Id, document.Chunks))).ToList();
        estimate = estimate with
        {
            Documents = estimate.Documents + documents.Count,
            UnusableDocuments = estimate.UnusableDocuments + declared.Count(static document => document.Rows is null),
        };
        var usable = declared.FindAll(static document => document.Rows is not null);
        if (options.Embedding.RowIds == RowIds.ByChunk)
        {
            // Whatever is there, all is embedded and written.
            return usable.Aggregate(estimate, (sum, document) => Add(sum, document.Rows!, document.Rows!, document.Rows!.Count, 0, 0));
        }

        var found = (await DocumentRows.FindAsync(layer, name, [.. usable.SelectMany(static document => document.Rows!).Select(static row => row.Id)], options: null, cancellationToken))
            .ToDictionary(static row => row.Id, StringComparer.Ordinal);
        var listed = usable.Count == 0 ? [] : await DocumentRows.ListAsync(layer, name, [.. usable.Select(static document => document.Id)], options: null, cancellationToken);
        var ofDocuments = listed.ToLookup(static row => row.DocumentId, StringComparer.Ordinal);
        foreach (var (id, rows) in usable)
        {
            var plan = RowPlan.Of(rows!, new([.. rows!.Select(row => found.GetValueOrDefault(row.Id)).OfType<PresentRow>()], [.. ofDocuments[id]]));
            estimate = Add(estimate, rows!, [.. plan.Missing.DistinctBy(static row => row.Text, StringComparer.Ordinal)], plan.Missing.Count, plan.Changed, plan.Orphans);
        }

        return estimate;
    }

    // A worker fails what has no text; what is deleted has no rows.
    private IReadOnlyList<DeclaredRow>? Declare(string id, IReadOnlyList<Chunk> chunks)
    {
        if (Deletion.IsIn(chunks))
        {
            return [];
        }

        return chunks.Count == 0 || chunks.Any(static chunk => chunk.Text is null) ? null : _declaration.Of(id, chunks);
    }

    private RunEstimate Add(RunEstimate estimate, IReadOnlyList<DeclaredRow> rows, IReadOnlyList<DeclaredRow> texts, long written, long patched, long deleted)
    {
        var tokens = estimate.Tokens + texts.Sum(row => TokensOf(row.Text));
        return estimate with
        {
            UnchangedDocuments = estimate.UnchangedDocuments + (written + patched + deleted == 0 ? 1 : 0),
            Chunks = estimate.Chunks + rows.Count,
            TextsToEmbed = estimate.TextsToEmbed + texts.Count,
            Tokens = tokens,
            Price = options.PricePerMillionTokens * tokens / Million,
            RowsToWrite = estimate.RowsToWrite + written,
            RowsToPatch = estimate.RowsToPatch + patched,
            RowsToDelete = estimate.RowsToDelete + deleted,
        };
    }

    private long TokensOf(string text) => options.Embedding.CountTokens is { } count
        ? Math.Max(0, count(text))
        : TextSize.Estimate(Encoding.UTF8.GetByteCount(text));
}
