namespace Hevlayer.Workers.Simulation;

/// <summary>A namespace that is a ledger, as far as its rules matter.</summary>
internal sealed class LedgerModel
{
    private readonly SortedDictionary<string, DocumentFailure> _rows = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DocumentFailure> Rows => _rows;

    public IReadOnlyDictionary<string, DocumentFailure> Fetch(IReadOnlyList<string> documentIds) =>
        documentIds.Where(_rows.ContainsKey).ToDictionary(static id => id, id => _rows[id], StringComparer.Ordinal);

    public IReadOnlyList<DocumentFailure> Page(string? after, int limit) =>
        [.. _rows.Values.Where(row => after is null || string.CompareOrdinal(row.DocumentId, after) > 0).Take(limit)];

    public void Write(IReadOnlyList<DocumentFailure> failures, IReadOnlyList<DocumentFailure> gone)
    {
        foreach (var failure in gone.Where(failure => _rows.GetValueOrDefault(failure.DocumentId)?.Claim == failure.Claim))
        {
            _rows.Remove(failure.DocumentId);
        }

        foreach (var failure in failures.Where(failure => !(_rows.GetValueOrDefault(failure.DocumentId)?.LastAt > failure.LastAt)))
        {
            _rows[failure.DocumentId] = failure;
        }
    }
}
