namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Attempts in memory that is not the process's own: a new journal over the same records is the next process, to which what
/// was open is a crash.
/// </summary>
internal sealed class MemoryAttemptJournal : IAttemptJournal
{
    private readonly AttemptRecords _records;

    public MemoryAttemptJournal(AttemptRecords records)
    {
        _records = records;
        lock (_records)
        {
            _records.ProcessDied();
        }
    }

    public Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        lock (_records)
        {
            return Task.FromResult<IReadOnlyDictionary<string, AttemptHistory>>(_records.Histories(documentIds));
        }
    }

    public Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken) =>
        Apply(new(AttemptEventKind.Begun, documentId, holder));

    public Task StoredAsync(string documentId, CancellationToken cancellationToken) => Apply(new(AttemptEventKind.Stored, documentId));

    public Task FailedAsync(string documentId, CancellationToken cancellationToken) => Apply(new(AttemptEventKind.Failed, documentId));

    public Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken) => Apply(AttemptEvent.Ended(documentId, isSettled));

    public Task KeepStoredAsync(string documentId, string holder, bool isSettled, CancellationToken cancellationToken) =>
        Apply(documentId, before => before.KeptStored(documentId, holder, isSettled));

    public Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken)
    {
        lock (_records)
        {
            return Task.FromResult(_records.Abandoned());
        }
    }

    private Task Apply(AttemptEvent change) => Apply(change.DocumentId, _ => change);

    private Task Apply(string documentId, Func<AttemptRecord, AttemptEvent> change)
    {
        lock (_records)
        {
            _records.Apply(change(_records[documentId]));
        }

        return Task.CompletedTask;
    }
}
