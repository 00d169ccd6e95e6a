namespace Hevlayer.Workers;

/// <summary>Says of a row that its document was completed with the rows of one version.</summary>
/// <param name="RowId">A row of the document.</param>
/// <param name="Version">The version that all of its rows have.</param>
internal sealed record RowMark(string RowId, long Version);
