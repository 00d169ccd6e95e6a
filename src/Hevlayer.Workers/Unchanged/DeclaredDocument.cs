namespace Hevlayer.Workers;

/// <summary>A document and the rows that it should have.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rows">The rows, at least one.</param>
internal sealed record DeclaredDocument(string Id, IReadOnlyList<DeclaredRow> Rows);
