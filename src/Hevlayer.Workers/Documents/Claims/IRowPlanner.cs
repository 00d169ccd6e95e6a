namespace Hevlayer.Workers;

/// <summary>A handler that can tell from the chunks of a document what is to be done about its rows.</summary>
internal interface IRowPlanner
{
    /// <summary>Compares the rows that a document should have with those that it has; null where rows are written whatever is there.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <param name="viewRows">Looks at the rows that it has, with those of some ids among them.</param>
    /// <param name="cancellationToken">Cancelled when the document is lost.</param>
    Task<RowPlan?> PlanAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<IReadOnlyList<string>, CancellationToken, Task<RowView>> viewRows, CancellationToken cancellationToken);
}
