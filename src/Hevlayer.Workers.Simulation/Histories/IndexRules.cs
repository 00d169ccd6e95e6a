namespace Hevlayer.Workers.Simulation;

/// <summary>Compares the index after trouble with that of a clean run.</summary>
internal static class IndexRules
{
    /// <summary>What differs from the index of the documents as they were staged last. A document that may fail may be missing, but never half there.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<SimulatedDocument> documents, IReadOnlyDictionary<string, string> rows, IReadOnlyDictionary<string, string> clean)
    {
        foreach (var (id, row) in rows)
        {
            if (!clean.TryGetValue(id, out var expected))
            {
                yield return $"row {id} is in no clean run";
            }
            else if (!string.Equals(row, expected, StringComparison.Ordinal))
            {
                yield return $"row {id} is '{row}', and '{expected}' in a clean run";
            }
        }

        foreach (var document in documents)
        {
            var missing = document.Chunks.Where(chunk => clean.ContainsKey(chunk.Id) && !rows.ContainsKey(chunk.Id)).ToList();
            if (missing.Count > 0 && (document.Fault is null || missing.Count < document.Chunks.Count))
            {
                yield return $"{document.Id} lacks the rows {string.Join(", ", missing.Select(static chunk => chunk.Id))}";
            }
        }
    }
}
