namespace Hevlayer.Workers;

/// <summary>What makes the rows that a document has into those that it should have.</summary>
internal sealed class RowPlan
{
    private RowPlan(IReadOnlyList<DeclaredRow> missing, IReadOnlyList<RowPatch> kept, int orphans, long newest)
    {
        Missing = missing;
        Kept = kept;
        Orphans = orphans;
        Newest = newest;
    }

    /// <summary>Rows that are not there.</summary>
    public IReadOnlyList<DeclaredRow> Missing { get; }

    /// <summary>Rows that are there, some with other attributes.</summary>
    public IReadOnlyList<RowPatch> Kept { get; }

    /// <summary>Rows that are there and should not be.</summary>
    public int Orphans { get; }

    /// <summary>Highest version of the rows that are there; 0 for none.</summary>
    public long Newest { get; }

    /// <summary>Rows that are there with other attributes.</summary>
    public int Changed => Kept.Count(static row => row.Changes is not null);

    /// <summary>Whether there is anything to write.</summary>
    public bool HasChanges => Missing.Count > 0 || Orphans > 0 || Changed > 0;

    /// <summary>Compares what should be there with what is.</summary>
    /// <param name="declared">The rows that the document should have.</param>
    /// <param name="present">All rows that it has.</param>
    public static RowPlan Of(IReadOnlyList<DeclaredRow> declared, IReadOnlyList<PresentRow> present)
    {
        var there = present.ToDictionary(static row => row.Id, StringComparer.Ordinal);
        var kept = declared.Where(row => there.ContainsKey(row.Id)).ToList();
        return new(
            [.. declared.Where(row => !there.ContainsKey(row.Id))],
            [.. kept.Select(row => new RowPatch(row.Id, AttributeMark.Changes(there[row.Id].Mark, row)))],
            present.Count - kept.Count,
            present.Select(static row => row.Version).DefaultIfEmpty().Max());
    }
}
