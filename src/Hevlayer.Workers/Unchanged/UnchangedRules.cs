namespace Hevlayer.Workers;

/// <summary>Whether the rows of a document say that nothing is to be done for it.</summary>
internal static class UnchangedRules
{
    /// <summary>
    /// Whether these are the rows that should be there, and no others, all of one version, with which the document was
    /// completed. Right rows alone do not say that they come from what was staged last: a worker that lost the document
    /// may have written them too late. Its completion was refused, so they are not marked; and whoever completed the document
    /// since, for another text, has given other rows another version.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="rows">Its rows.</param>
    public static bool AreComplete(DeclaredDocument document, IReadOnlyList<PresentRow> rows)
    {
        if (rows.Count != document.Rows.Count || rows.Count == 0)
        {
            return false;
        }

        var marks = document.Rows.ToDictionary(static row => row.Id, static row => row.Mark, StringComparer.Ordinal);
        var version = rows[0].Version;
        return version > 0
            && rows.All(row => row.Version == version && marks.TryGetValue(row.Id, out var wanted) && string.Equals(wanted, row.Mark, StringComparison.Ordinal))
            && rows.Any(row => row.Completed == version);
    }

    /// <summary>
    /// Whether rows that were listed are still the same at this moment. Who completes the document for another text touches
    /// each of those that stay.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="listed">Its rows as they were listed.</param>
    /// <param name="found">Its rows at this moment.</param>
    public static bool AreStillComplete(DeclaredDocument document, IReadOnlyList<PresentRow> listed, IReadOnlyList<PresentRow> found) =>
        AreComplete(document, found) && found[0].Version == listed[0].Version;
}
