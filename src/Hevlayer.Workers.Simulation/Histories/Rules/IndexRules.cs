namespace Hevlayer.Workers.Simulation;

/// <summary>Compares the index after trouble with one that was built from scratch.</summary>
internal static class IndexRules
{
    /// <summary>
    /// What differs from the index of the documents as they were staged last. A document that may fail may be missing, but
    /// never half there, and none is missing that is indexed.
    /// </summary>
    /// <param name="result">How the history ended.</param>
    /// <param name="expected">The rows of an index that was built from scratch.</param>
    /// <param name="rowsOf">Ids of the rows that a document may have.</param>
    public static IEnumerable<string> Differences(HistoryResult result, IReadOnlyDictionary<string, string> expected, Func<SimulatedDocument, IReadOnlyList<string>> rowsOf)
    {
        foreach (var (id, row) in result.Rows)
        {
            if (!expected.TryGetValue(id, out var wanted))
            {
                yield return $"row {id} is in no clean run";
            }
            else if (!string.Equals(row, wanted, StringComparison.Ordinal))
            {
                yield return $"row {id} is '{row}', and '{wanted}' in a clean run";
            }
        }

        // Rows that are not named for chunks are nobody's as far as is known here.
        if (result.Stages.Count == result.Last.Count && result.Stages.Values.All(static stage => stage == DocumentStage.Indexed.Value))
        {
            foreach (var id in expected.Keys.Where(id => !result.Rows.ContainsKey(id)))
            {
                yield return $"every document is indexed, and row {id} is not there";
            }
        }

        foreach (var document in result.Last)
        {
            var rows = rowsOf(document);
            var missing = rows.Where(id => expected.ContainsKey(id) && !result.Rows.ContainsKey(id)).ToList();
            var isIndexed = result.Stages.GetValueOrDefault(document.Id) == DocumentStage.Indexed.Value;
            if (missing.Count > 0 && (isIndexed || missing.Count < rows.Count))
            {
                yield return $"{document.Id} lacks the rows {string.Join(", ", missing)}";
            }
        }
    }
}
