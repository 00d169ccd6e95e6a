namespace Hevlayer.Workers;

/// <summary>A handler that can say, without running anything of the user's, which rows a document should have.</summary>
internal interface IRowPlanner
{
    /// <summary>Ids of the rows that a document should have, one for each chunk; null where rows are written whatever is there.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <exception cref="DocumentRejectedException">A chunk has no text.</exception>
    IReadOnlyList<string>? RowIdsOf(string documentId, IReadOnlyList<Chunk> chunks);
}
