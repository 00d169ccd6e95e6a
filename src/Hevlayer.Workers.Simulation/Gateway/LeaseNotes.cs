namespace Hevlayer.Workers.Simulation;

/// <summary>What one worker has been told about its leases. A lease that it claimed anew is another one.</summary>
internal sealed class LeaseNotes(LeaseTerms terms, TimeProvider clock)
{
    private readonly Dictionary<string, Note> _notes = new(StringComparer.Ordinal);

    /// <summary>Whether the lease can be relied on, as far as the worker has been told.</summary>
    public bool Holds(string documentId) =>
        _notes.TryGetValue(documentId, out var note) && !terms.IsOver(clock.GetElapsedTime(note.RenewedAt));

    /// <summary>Leases that can be relied on.</summary>
    public int Count => _notes.Keys.Count(Holds);

    public void Claimed(string documentId, string holder, long sentAt) => _notes[documentId] = new Note { Holder = holder, RenewedAt = sentAt };

    /// <summary>The leases of this moment, to say later what became of them.</summary>
    public IReadOnlyList<Note?> Of(IReadOnlyList<string> documentIds, string? holder = null) =>
        [.. documentIds.Select(id => _notes.GetValueOrDefault(id) is { } note && (holder is null || note.Holder == holder) ? note : null)];

    /// <summary>Heartbeats that succeeded. A lease that was over by then is given up: the work on it has ended.</summary>
    public void Renewed(IReadOnlyList<Note?> notes, long sentAt)
    {
        foreach (var note in notes.OfType<Note>().Where(note => !terms.IsOver(clock.GetElapsedTime(note.RenewedAt))))
        {
            note.RenewedAt = Math.Max(note.RenewedAt, sentAt);
        }
    }

    /// <summary>The worker has given the documents back, or been told that they are no longer its own.</summary>
    public void Ended(IReadOnlyList<string> documentIds, IReadOnlyList<Note?> notes)
    {
        foreach (var (id, note) in documentIds.Zip(notes))
        {
            if (_notes.TryGetValue(id, out var current) && ReferenceEquals(current, note))
            {
                _notes.Remove(id);
            }
        }
    }

    /// <summary>One lease.</summary>
    internal sealed class Note
    {
        public required string Holder { get; init; }

        public long RenewedAt { get; set; }
    }
}
