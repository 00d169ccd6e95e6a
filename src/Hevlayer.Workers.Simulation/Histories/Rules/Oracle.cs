namespace Hevlayer.Workers.Simulation;

/// <summary>The index as it has to be, made from what was staged last and by nothing that is judged but the names of rows.</summary>
internal static class Oracle
{
    /// <summary>Rows of the documents that can be indexed: id and content, as text.</summary>
    /// <param name="documents">The documents as they were staged last.</param>
    /// <param name="plan">The plan of the history.</param>
    public static IReadOnlyDictionary<string, string> Rows(IEnumerable<SimulatedDocument> documents, HistoryPlan plan) => documents
        .Where(static document => !document.IsDoomed)
        .SelectMany(document => ChunksOf(document, plan).Zip(Ids(document, plan)))
        .ToDictionary(static row => row.Second, row => Row(row.First, plan.Dimensions), StringComparer.Ordinal);

    /// <summary>Whether the ids of rows follow from their content.</summary>
    public static bool HasContentIds(HistoryPlan plan) => plan.Options is { WriteRowsWith: RowRoute.Guarded, Embedding.RowIds: RowIds.ByContent };

    /// <summary>Ids of the rows that an embedding worker gives a document, one for each chunk.</summary>
    public static IReadOnlyList<string> Ids(SimulatedDocument document, HistoryPlan plan) =>
        HasContentIds(plan)
            ? [.. new RowDeclaration(Names.Embedder, plan.Options.Embedding).Of(document.Id, ChunksOf(document, plan)).Select(static row => row.Id)]
            : [.. document.Chunks.Select(static chunk => chunk.Id)];

    private static IReadOnlyList<Chunk> ChunksOf(SimulatedDocument document, HistoryPlan plan) =>
        plan.Relay is { Restages: true } ? [.. document.Chunks.Select(Relay.Marked)] : document.Chunks;

    private static string Row(Chunk chunk, int dimensions) => Names.Text(new VectorEntry
    {
        Id = chunk.Id,
        Vector = SimulatedGenerator.VectorOf(chunk.Text!, dimensions),
        Attributes = new AttributeMap { ["text"] = chunk.Text },
    });
}
