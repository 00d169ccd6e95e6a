namespace Hevlayer.Workers.Tests.Failures;

/// <summary>A journal that has seen three workers die at each document.</summary>
internal sealed class DeadlyJournal : IAttemptJournal
{
    public Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, AttemptHistory>>(documentIds.ToDictionary(static id => id, static _ => new AttemptHistory(0, 3), StringComparer.Ordinal));

    public Task BeginAsync(string documentId, string holder, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task FailedAsync(string documentId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndAsync(string documentId, bool isSettled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AbandonedAttempt>>([]);
}
