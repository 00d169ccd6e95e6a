namespace Hevlayer.Workers.Simulation;

/// <summary>
/// What one worker has been told about its leases. A lease that it claimed again is another one. The times are those that
/// workers promise, and not those that they have.
/// </summary>
internal sealed class LeaseNotes(TimeSpan lease, TimeProvider clock)
{
    private readonly Dictionary<string, LeaseNote> _notes = new(StringComparer.Ordinal);
    private readonly HashSet<(string DocumentId, string Holder)> _replaced = [];

    /// <summary>For how long after a renewal was sent a lease may be relied on.</summary>
    private readonly TimeSpan _reliable = lease * 5 / 6;

    /// <summary>Longest time between two renewals: a third of the lease, and a sixth for the call before.</summary>
    public TimeSpan LongestPause { get; } = lease / 2;

    /// <summary>Whether the lease can be relied on, as far as the worker has been told.</summary>
    public bool Holds(string documentId) => _notes.TryGetValue(documentId, out var note) && IsReliable(note);

    /// <summary>Leases that can be relied on.</summary>
    public int Count => _notes.Values.Count(IsReliable);

    public LeaseNote? Find(string documentId) => _notes.GetValueOrDefault(documentId);

    /// <summary>Whether the worker has claimed a document again while a call of an earlier claim was under way. The gateway refuses that call.</summary>
    public bool IsReplaced(string documentId, string holder) => _replaced.Contains((documentId, holder));

    public void Claimed(string documentId, string holder, long sentAt)
    {
        if (_notes.TryGetValue(documentId, out var earlier) && earlier.CallsToEnd > 0)
        {
            _replaced.Add((documentId, earlier.Holder));
        }

        _notes[documentId] = new(holder, sentAt, clock.GetTimestamp());
    }

    /// <summary>The leases of this moment, to say later what became of them.</summary>
    public IReadOnlyList<LeaseNote?> Of(IReadOnlyList<string> documentIds, string? holder = null) =>
        [.. documentIds.Select(id => _notes.GetValueOrDefault(id) is { } note && (holder is null || note.Holder == holder) ? note : null)];

    /// <summary>Heartbeats that succeeded. A lease that was over by then is given up: the work on it has ended.</summary>
    public void Renewed(IReadOnlyList<LeaseNote?> notes, long sentAt)
    {
        foreach (var note in notes.OfType<LeaseNote>().Where(IsReliable))
        {
            note.RenewedAt = Math.Max(note.RenewedAt, sentAt);
        }
    }

    /// <summary>Something was done for leases.</summary>
    public void Touch(IReadOnlyList<LeaseNote?> notes)
    {
        foreach (var note in notes.OfType<LeaseNote>())
        {
            note.BeatenAt = clock.GetTimestamp();
        }
    }

    /// <summary>A call that is to end leases begins, or has ended.</summary>
    public void BeginEnd(IReadOnlyList<LeaseNote?> notes, int calls)
    {
        Touch(notes);
        foreach (var note in notes.OfType<LeaseNote>())
        {
            note.CallsToEnd += calls;
        }
    }

    /// <summary>The worker has released the documents, or been told that they are no longer its own.</summary>
    public void Ended(IReadOnlyList<string> documentIds, IReadOnlyList<LeaseNote?> notes)
    {
        foreach (var (id, note) in documentIds.Zip(notes))
        {
            if (_notes.TryGetValue(id, out var current) && ReferenceEquals(current, note))
            {
                _notes.Remove(id);
            }
        }
    }

    /// <summary>How long a lease has been lost, as far as the worker could know; zero while it is not.</summary>
    public TimeSpan LostFor(LeaseNote? note)
    {
        if (note is null)
        {
            return TimeSpan.Zero;
        }

        var over = clock.GetElapsedTime(note.RenewedAt) - _reliable;
        var gone = note.GoneAt is { } at ? clock.GetElapsedTime(at) : TimeSpan.Zero;
        return TimeSpan.FromTicks(Math.Max(0, Math.Max(over.Ticks, gone.Ticks)));
    }

    private bool IsReliable(LeaseNote note) => clock.GetElapsedTime(note.RenewedAt) < _reliable;
}
