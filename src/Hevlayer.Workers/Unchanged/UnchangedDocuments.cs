namespace Hevlayer.Workers;

/// <summary>
/// Finds documents that need not be staged again, by three questions about many. Their order matters: a document that is
/// indexed before its rows are looked at has nothing staged that the rows do not show.
/// </summary>
internal sealed class UnchangedDocuments(IIndexView index)
{
    /// <summary>Ids of those that are unchanged.</summary>
    /// <param name="documents">The documents, each once.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<IReadOnlySet<string>> WhichAsync(IReadOnlyList<DeclaredDocument> documents, CancellationToken cancellationToken)
    {
        var listed = OfDocuments(await index.ListAsync([.. documents.Select(static document => document.Id)], cancellationToken));
        var candidates = documents.Where(document => UnchangedRules.AreComplete(document, [.. listed[document.Id]])).ToList();
        if (candidates.Count == 0)
        {
            return new HashSet<string>();
        }

        var indexed = (await index.WhichAreIndexedAsync(candidates.ConvertAll(static document => document.Id), cancellationToken)).ToHashSet(StringComparer.Ordinal);
        candidates.RemoveAll(document => !indexed.Contains(document.Id));
        var found = OfDocuments(await index.FindAsync([.. candidates.SelectMany(static document => document.Rows).Select(static row => row.Id)], cancellationToken));
        return candidates
            .Where(document => UnchangedRules.AreStillComplete(document, [.. listed[document.Id]], [.. found[document.Id]]))
            .Select(static document => document.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static ILookup<string, PresentRow> OfDocuments(IReadOnlyList<PresentRow> rows) => rows.ToLookup(static row => row.DocumentId, StringComparer.Ordinal);
}
