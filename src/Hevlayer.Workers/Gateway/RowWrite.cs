namespace Hevlayer.Workers;

/// <summary>Rows of one document on their way into the index.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Version">Version of the rows: a newer one of the same document is higher.</param>
/// <param name="Rows">The rows, at least one.</param>
/// <param name="ReplacesOlder">Whether rows of the document with an older version go in the same write.</param>
internal sealed record RowWrite(string DocumentId, long Version, IReadOnlyList<VectorEntry> Rows, bool ReplacesOlder);
