namespace Hevlayer.Workers;

/// <summary>A plan with the vectors that it needs: what a document's write is made of.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Upserts">The rows that were missing, with their vectors.</param>
/// <param name="Declare">Says which rows the document should have, were it made of other chunks.</param>
internal sealed record PlannedRows(RowPlan Plan, IReadOnlyList<VectorEntry> Upserts, Func<IReadOnlyList<Chunk>, IReadOnlyList<DeclaredRow>> Declare)
{
    /// <summary>Ids of the rows that the write touches.</summary>
    public IReadOnlyList<string> Ids => [.. Plan.Kept.Select(static row => row.Id), .. Upserts.Select(static row => row.Id)];

    /// <summary>Puts rows and vectors together.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="vectors">A vector for each text that is missing.</param>
    /// <param name="embedder">What made them.</param>
    /// <param name="declare">Says which rows the document should have, were it made of other chunks.</param>
    public static PlannedRows Of(RowPlan plan, IReadOnlyDictionary<string, ReadOnlyMemory<float>> vectors, string embedder, Func<IReadOnlyList<Chunk>, IReadOnlyList<DeclaredRow>> declare) => new(
        plan,
        [.. plan.Missing.Select(row => new VectorEntry
        {
            Id = row.Id,
            Vector = vectors[row.Text],
            Attributes = new AttributeMap(row.Attributes) { [RowAttributes.Attributes] = row.Mark, [RowAttributes.Embedder] = embedder },
        })],
        declare);
}
