namespace Hevlayer.Workers;

/// <summary>What a worker sees of a document's rows.</summary>
/// <param name="Found">Those that were asked for by id and are there, as they are at this moment.</param>
/// <param name="Listed">All that the index lists for the document; what was written of late may be missing.</param>
internal sealed record RowView(IReadOnlyList<PresentRow> Found, IReadOnlyList<PresentRow> Listed)
{
    /// <summary>
    /// Whether the list is as new as what was found. Each write of a document touches all of its rows: where the list has
    /// those that were found, it has whatever was written with them.
    /// </summary>
    public bool IsCurrent
    {
        get
        {
            var listed = Listed.ToDictionary(static row => row.Id, static row => row.Version, StringComparer.Ordinal);
            return Found.All(row => listed.GetValueOrDefault(row.Id) == row.Version);
        }
    }

    /// <summary>Highest version of the rows; 0 for none.</summary>
    public long Newest => Found.Concat(Listed).Select(static row => row.Version).DefaultIfEmpty().Max();
}
