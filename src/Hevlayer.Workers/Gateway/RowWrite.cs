namespace Hevlayer.Workers;

/// <summary>Rows of one document on their way into the index.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Version">Version of the rows: a newer one of the same document is higher.</param>
/// <param name="Rows">The rows that are written whole.</param>
/// <param name="ReplacesOlder">Whether rows of the document with an older version go in the same write.</param>
internal sealed record RowWrite(string DocumentId, long Version, IReadOnlyList<VectorEntry> Rows, bool ReplacesOlder)
{
    /// <summary>Rows that stay and take the version; together with the others at least one.</summary>
    public IReadOnlyList<RowPatch> Patches { get; init; } = [];

    /// <summary>Ids of all of them.</summary>
    public IEnumerable<string> Ids => Patches.Select(static patch => patch.Id).Concat(Rows.Select(static row => row.Id));

    /// <summary>How many rows have the version when the write has done all of it.</summary>
    public int Count => Rows.Count + Patches.Count;
}
