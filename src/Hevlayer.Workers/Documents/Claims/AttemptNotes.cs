using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Writes down what must survive the process. A journal that fails stops no work: that is logged, and the attempt counts in
/// this process alone.
/// </summary>
internal sealed class AttemptNotes(IAttemptJournal journal, ILogger log, CancellationToken abort)
{
    private static readonly Dictionary<string, AttemptHistory> Nothing = [];

    public async Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds) =>
        await TryAsync(token => journal.ReadAsync(documentIds, token)) ?? Nothing;

    public async Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync() =>
        await TryAsync(journal.AbandonedAsync) ?? [];

    public Task BeginAsync(HeldDocument held) => TryAsync(token => journal.BeginAsync(held.Id, held.Holder, token));

    public Task StoredAsync(HeldDocument held) => TryAsync(token => journal.StoredAsync(held.Id, token));

    public Task FailedAsync(HeldDocument held) => TryAsync(token => journal.FailedAsync(held.Id, token));

    /// <summary>
    /// An attempt of an earlier process has been seen to. When another has begun meanwhile, that one stays open: a process
    /// that dies of it must be counted.
    /// </summary>
    public async Task EndAsync(AbandonedAttempt abandoned)
    {
        if ((await AbandonedAsync()).Contains(abandoned))
        {
            await TryAsync(token => journal.EndAsync(abandoned.DocumentId, isSettled: false, token));
        }
    }

    public Task EndAsync(HeldDocument held, bool isSettled) => TryAsync(token => journal.EndAsync(held.Id, isSettled, token));

    private Task<bool?> TryAsync(Func<CancellationToken, Task> call) => TryAsync(async token =>
    {
        await call(token);
        return (bool?)true;
    });

    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        try
        {
            return await call(abort);
        }
        catch (Exception exception)
        {
            log.JournalFailed(exception);
            return default;
        }
    }
}
