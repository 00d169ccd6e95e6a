namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A journal that tells what is noted.</summary>
internal sealed class NotedJournal(Action<string> note) : IAttemptJournal
{
    public Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, AttemptHistory>>(new Dictionary<string, AttemptHistory>());

    public Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken) => NoteAsync("begun");

    public Task StoredAsync(string documentId, CancellationToken cancellationToken) => NoteAsync("stored");

    public Task FailedAsync(string documentId, CancellationToken cancellationToken) => NoteAsync("failed");

    public Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken) => NoteAsync("ended");

    public Task KeepStoredAsync(string documentId, string holder, bool isSettled, CancellationToken cancellationToken) => NoteAsync("kept");

    public Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AbandonedAttempt>>([]);

    private Task NoteAsync(string what)
    {
        note(what);
        return Task.CompletedTask;
    }
}
