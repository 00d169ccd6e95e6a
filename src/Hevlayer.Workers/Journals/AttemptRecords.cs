namespace Hevlayer.Workers;

/// <summary>
/// What a journal knows of its documents: events folded in their order. What is open is always kept; of the others the
/// oldest are forgotten when there are too many. Not thread safe; no I/O.
/// </summary>
/// <param name="mostIdle">How many documents without an open attempt are kept at least; up to twice as many may be.</param>
internal sealed class AttemptRecords(int mostIdle = AttemptRecords.DefaultMostIdle)
{
    /// <summary>Documents that another worker finished are never heard of again, and would pile up.</summary>
    public const int DefaultMostIdle = 10_000;

    private readonly Dictionary<string, (AttemptRecord Record, long Age)> _records = new(StringComparer.Ordinal);
    private long _changes;

    public int Count => _records.Count;

    public AttemptRecord this[string documentId] => _records.GetValueOrDefault(documentId).Record;

    public void Apply(AttemptEvent change)
    {
        var after = this[change.DocumentId].After(change);
        if (after.IsEmpty)
        {
            _records.Remove(change.DocumentId);
            return;
        }

        _records[change.DocumentId] = (after, _changes++);
        Forget();
    }

    /// <summary>The process that wrote all this is gone: whatever it had open, it died at.</summary>
    public void ProcessDied()
    {
        foreach (var (id, record) in InOrder())
        {
            if (record.State is AttemptState.Open or AttemptState.Stored)
            {
                Apply(new(AttemptEventKind.Died, id));
            }
        }
    }

    /// <summary>The histories of those of the documents that have one.</summary>
    public Dictionary<string, AttemptHistory> Histories(IReadOnlyList<string> documentIds)
    {
        var histories = new Dictionary<string, AttemptHistory>(StringComparer.Ordinal);
        foreach (var id in documentIds)
        {
            if (_records.TryGetValue(id, out var known))
            {
                histories[id] = known.Record.History;
            }
        }

        return histories;
    }

    public IReadOnlyList<AbandonedAttempt> Abandoned() =>
    [
        .. InOrder()
            .Where(static entry => entry.Record.State == AttemptState.Abandoned)
            .Select(static entry => new AbandonedAttempt(entry.Id, entry.Record.Holder ?? "")),
    ];

    /// <summary>The shortest list of events that leads to the same records.</summary>
    public IEnumerable<AttemptEvent> Kept() => InOrder().Select(static entry => entry.Record.Kept(entry.Id));

    // The oldest first: the order of a dictionary is anything.
    private List<(string Id, AttemptRecord Record)> InOrder() =>
        [.. _records.OrderBy(static entry => entry.Value.Age).Select(static entry => (entry.Key, entry.Value.Record))];

    // To look only now and then makes it cheap.
    private void Forget()
    {
        if (_records.Count <= 2 * (long)mostIdle || _changes % Math.Max(1, mostIdle) != 0)
        {
            return;
        }

        var idle = InOrder().FindAll(static entry => entry.Record.State is not (AttemptState.Open or AttemptState.Stored));
        foreach (var (id, _) in idle.Take(Math.Max(0, idle.Count - mostIdle)))
        {
            _records.Remove(id);
        }
    }
}
