namespace Hevlayer.Workers;

/// <summary>Decides what a document needs to be in the new index what it is in the pipeline.</summary>
internal static class CopyRules
{
    /// <summary>The decision.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks as they were staged last; none where they are gone or it is not known.</param>
    /// <param name="hasOldRows">Whether the old index has rows of it.</param>
    /// <param name="newRows">Its rows in the new index.</param>
    /// <param name="declaration">Says which rows the new index should have.</param>
    public static CopyDecision Decide(string documentId, IReadOnlyList<Chunk> chunks, bool hasOldRows, IReadOnlyList<PresentRow> newRows, RowDeclaration declaration)
    {
        if (Deletion.IsIn(chunks) || (chunks.Count == 0 && !hasOldRows))
        {
            return newRows.Count == 0 ? CopyDecision.Nothing : CopyDecision.Delete;
        }

        try
        {
            return chunks.Count == 0 ? CopyDecision.Unknown : Compare(declaration.Of(documentId, chunks), newRows);
        }
        catch (DocumentRejectedException)
        {
            return CopyDecision.Unknown;
        }
    }

    private static CopyDecision Compare(IReadOnlyList<DeclaredRow> declared, IReadOnlyList<PresentRow> rows)
    {
        var plan = RowPlan.Of(declared, new(rows, rows));
        return plan.Missing.Count + plan.Orphans + plan.Changed == 0 ? CopyDecision.Nothing : CopyDecision.Stage;
    }
}
