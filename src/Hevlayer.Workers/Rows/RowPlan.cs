namespace Hevlayer.Workers;

/// <summary>What makes the rows that a document has into those that it should have.</summary>
internal sealed class RowPlan
{
    private RowPlan(IReadOnlyList<DeclaredRow> missing, IReadOnlyList<RowPatch> kept, int orphans, RowView view)
    {
        Missing = missing;
        Kept = kept;
        Orphans = orphans;
        Newest = view.Newest;
        There = view.Found;
        IsCertain = view.IsCurrent;
    }

    /// <summary>Rows that are not there.</summary>
    public IReadOnlyList<DeclaredRow> Missing { get; }

    /// <summary>Rows that are there, some with other attributes.</summary>
    public IReadOnlyList<RowPatch> Kept { get; }

    /// <summary>Rows that are there and should not be.</summary>
    public int Orphans { get; }

    /// <summary>Rows that are there and stay, as they were seen.</summary>
    public IReadOnlyList<PresentRow> There { get; }

    /// <summary>Highest version of the rows that are there; 0 for none.</summary>
    public long Newest { get; }

    /// <summary>Rows that are there with other attributes.</summary>
    public int Changed => Kept.Count(static row => row.Changes is not null);

    /// <summary>Whether the list of rows is new enough to say that none is left over.</summary>
    public bool IsCertain { get; }

    /// <summary>Whether there is anything to write. A write takes along what is left over, whether it was seen or not.</summary>
    public bool HasChanges => Missing.Count > 0 || Orphans > 0 || Changed > 0 || !IsCertain;

    /// <summary>Compares what should be there with what is.</summary>
    /// <param name="declared">The rows that the document should have.</param>
    /// <param name="view">What is there.</param>
    public static RowPlan Of(IReadOnlyList<DeclaredRow> declared, RowView view)
    {
        var there = view.Found.ToDictionary(static row => row.Id, StringComparer.Ordinal);
        var wanted = declared.Select(static row => row.Id).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. declared.Where(row => !there.ContainsKey(row.Id))],
            [.. declared.Where(row => there.ContainsKey(row.Id)).Select(row => new RowPatch(row.Id, AttributeMark.Changes(there[row.Id].Mark, row)))],
            view.Listed.Count(row => !wanted.Contains(row.Id)),
            view);
    }
}
