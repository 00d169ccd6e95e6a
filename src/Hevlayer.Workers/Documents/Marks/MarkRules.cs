namespace Hevlayer.Workers;

/// <summary>Which row says that its document was completed.</summary>
internal static class MarkRules
{
    /// <summary>The mark of a document whose rows were changed.</summary>
    /// <param name="planned">The rows.</param>
    /// <param name="version">The version that all of them have.</param>
    public static RowMark? AfterChange(PlannedRows planned, long version) => planned.Ids is [var first, ..] ? new(first, version) : null;

    /// <summary>The mark of a document whose rows were right; null where it is there, or no one version is that of all rows.</summary>
    /// <param name="rows">The rows.</param>
    public static RowMark? WithoutChange(IReadOnlyList<PresentRow> rows) =>
        rows is [var first, ..] && rows.All(row => row.Version == first.Version && row.Completed != row.Version) ? new(first.Id, first.Version) : null;
}
