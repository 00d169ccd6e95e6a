namespace Hevlayer.Workers;

/// <summary>What calls make of the rows of their documents. No I/O.</summary>
/// <param name="rows">The rows before, as far as they are known.</param>
/// <param name="own">The attempts that this process has begun and not ended; begun ones are added.</param>
/// <param name="now">The time, in milliseconds since 1970.</param>
internal sealed class RowBatch(IReadOnlyDictionary<string, AttemptRow> rows, Dictionary<string, OwnAttempt> own, long now)
{
    private readonly Dictionary<string, AttemptRow> _changed = new(StringComparer.Ordinal);

    /// <summary>Rows that are not what they were.</summary>
    public IReadOnlyDictionary<string, AttemptRow> Changed => _changed;

    public AttemptRow this[string documentId] =>
        _changed.TryGetValue(documentId, out var changed) ? changed : rows.GetValueOrDefault(documentId);

    public void Apply(JournalCall call)
    {
        if (call.Change is { } change)
        {
            Apply(change);
            return;
        }

        foreach (var id in call.DocumentIds)
        {
            var record = Seen(id).Record;
            if (!record.IsEmpty)
            {
                call.Histories[id] = record.History;
            }
        }
    }

    private void Apply(AttemptEvent change)
    {
        var row = Seen(change.DocumentId);
        if (change.Kind == AttemptEventKind.Begun)
        {
            var begun = new OwnAttempt(change.Holder, row.IsOpen ? row.BegunAt : now);
            own[change.DocumentId] = begun;
            Set(change.DocumentId, new(row.Record.After(change), begun.BegunAt));
        }
        else if (row.Record.State != AttemptState.Abandoned)
        {
            // What another one has open is not this worker's to close.
            Set(change.DocumentId, row with { Record = row.Record.After(change) });
        }
    }

    /// <summary>The row with the crash of whoever had it open: the lease is this worker's, so that one is gone.</summary>
    private AttemptRow Seen(string documentId)
    {
        var row = this[documentId];
        return row.IsOpen && !(own.TryGetValue(documentId, out var attempt) && attempt.IsOf(row))
            ? row with { Record = row.Record.After(new(AttemptEventKind.Died, documentId)) }
            : row;
    }

    private void Set(string documentId, AttemptRow row)
    {
        if (row != rows.GetValueOrDefault(documentId))
        {
            _changed[documentId] = row;
        }
        else
        {
            _changed.Remove(documentId);
        }
    }
}
