using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Writes down what must survive the process. A journal that fails stops no work: that is logged, and the attempt counts in
/// this process alone.
/// </summary>
internal sealed class AttemptNotes(IAttemptJournal journal, ILogger log, CancellationToken abort)
{
    private static readonly Dictionary<string, AttemptHistory> Nothing = [];

    private readonly ConcurrentDictionary<string, string> _latest = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds) =>
        await TryAsync(token => journal.ReadAsync(documentIds, token)) ?? Nothing;

    public async Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync() =>
        await TryAsync(journal.AbandonedAsync) ?? [];

    public Task BeginAsync(HeldDocument held)
    {
        _latest[held.Id] = held.Holder;
        return TryAsync(token => journal.BeginAsync(held.Id, held.Holder, token));
    }

    public Task StoredAsync(HeldDocument held) => OfLatestAsync(held, token => journal.StoredAsync(held.Id, token));

    public Task FailedAsync(HeldDocument held) => OfLatestAsync(held, token => journal.FailedAsync(held.Id, token));

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

    /// <summary>The work is over, but rows of it may be left: the attempt stays in the journal, for the next process of this worker.</summary>
    public async Task LeaveStoredAsync(HeldDocument held)
    {
        await StoredAsync(held);
        _latest.TryRemove(new(held.Id, held.Holder));
    }

    public async Task EndAsync(HeldDocument held, bool isSettled)
    {
        await OfLatestAsync(held, token => journal.EndAsync(held.Id, isSettled, token));
        _latest.TryRemove(new(held.Id, held.Holder));
    }

    // A document that was lost may have been claimed anew before the work under the earlier claim has ended: what that one has
    // to say must not close the attempt that is under way.
    private Task OfLatestAsync(HeldDocument held, Func<CancellationToken, Task> call) =>
        _latest.TryGetValue(held.Id, out var holder) && holder != held.Holder ? Task.CompletedTask : TryAsync(call);

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
