using Microsoft.Extensions.Logging;

namespace Hevlayer.Workers;

/// <summary>
/// Writes down what must survive the process. A journal that fails stops no work: that is logged, and the attempt counts in
/// this process alone.
/// </summary>
internal sealed class AttemptNotes(IAttemptJournal journal, ILogger log, CancellationToken abort)
{
    private static readonly Dictionary<string, AttemptHistory> Nothing = [];

    // A call is begun under the lock, so that the journal hears of two holds of a document in the order of what was decided.
    private readonly Lock _lock = new();
    private readonly OpenAttempts _open = new();

    public async Task<IReadOnlyDictionary<string, AttemptHistory>> ReadAsync(IReadOnlyList<string> documentIds) =>
        await TryAsync(token => journal.ReadAsync(documentIds, token)) ?? Nothing;

    /// <summary>Attempts that an earlier process had open when it died; each stays open until it is ended.</summary>
    public async Task<IReadOnlyList<AbandonedAttempt>> AbandonedAsync()
    {
        var abandoned = await TryAsync(journal.AbandonedAsync) ?? [];
        lock (_lock)
        {
            foreach (var attempt in abandoned)
            {
                _open.Found(attempt.DocumentId, attempt.Holder);
            }
        }

        return abandoned;
    }

    /// <summary>A document with a history is held: what comes of this hold is the latest, whether an attempt begins or not.</summary>
    public void Hold(HeldDocument held)
    {
        lock (_lock)
        {
            _open.Begin(held.Id, held.Holder);
        }
    }

    public Task BeginAsync(HeldDocument held)
    {
        lock (_lock)
        {
            _open.Begin(held.Id, held.Holder);
            return TryAsync(token => journal.BeginAsync(held.Id, held.Holder, token));
        }
    }

    // A document that was lost may have been claimed anew before the work under the earlier claim has ended: what that one has
    // to say must not close the attempt that is under way.
    public Task StoredAsync(HeldDocument held) => IfLatest(held, _ => TryAsync(token => journal.StoredAsync(held.Id, token)));

    /// <summary>An attempt failed, and is counted; the hold goes on.</summary>
    /// <param name="held">The document.</param>
    /// <param name="mayHaveWritten">Whether rows of it may arrive.</param>
    public async Task FailedAsync(HeldDocument held, bool mayHaveWritten)
    {
        await IfLatest(held, _ => TryAsync(token => journal.FailedAsync(held.Id, token)));
        await IfLatest(held, other => mayHaveWritten || other is not null ? KeepAsync(held.Id, held.Holder, isSettled: false) : Task.CompletedTask);
    }

    /// <summary>An attempt is over, and not counted; the hold goes on.</summary>
    /// <param name="held">The document.</param>
    /// <param name="mayHaveWritten">Whether rows of it may arrive.</param>
    public Task CloseAsync(HeldDocument held, bool mayHaveWritten) => IfLatest(held, other => mayHaveWritten || other is not null
        ? KeepAsync(held.Id, held.Holder, isSettled: false)
        : CloseAsync(held.Id, isSettled: false));

    /// <summary>
    /// Rows of it may be left, for which somebody looks later: until that is done, or for good, the attempt stays in the journal
    /// for the next process of this worker.
    /// </summary>
    /// <param name="held">The document.</param>
    /// <param name="isSettled">Whether what was counted is forgotten.</param>
    public Task KeepAsync(HeldDocument held, bool isSettled) => IfLatest(held, _ => KeepAsync(held.Id, held.Holder, isSettled));

    public Task EndAsync(HeldDocument held, bool isSettled) => EndAsync(held.Id, held.Holder, isSettled);

    /// <summary>An attempt of an earlier process has been seen to.</summary>
    public Task EndAsync(AbandonedAttempt abandoned) => EndAsync(abandoned.DocumentId, abandoned.Holder, isSettled: false);

    private Task EndAsync(string documentId, string holder, bool isSettled)
    {
        lock (_lock)
        {
            return _open.End(documentId, holder) switch
            {
                { Other: null, IsLatest: var isLatest } => CloseAsync(documentId, isSettled && isLatest),
                { IsLatest: true, Other: { } other } => KeepAsync(documentId, other, isSettled),
                _ => Task.CompletedTask,
            };
        }
    }

    private Task IfLatest(HeldDocument held, Func<string?, Task> call)
    {
        lock (_lock)
        {
            var (isLatest, other) = _open.Find(held.Id, held.Holder);
            return isLatest ? call(other) : Task.CompletedTask;
        }
    }

    private Task CloseAsync(string documentId, bool isSettled) => TryAsync(token => journal.EndAsync(documentId, isSettled, token));

    private Task KeepAsync(string documentId, string holder, bool isSettled) =>
        TryAsync(token => journal.KeepStoredAsync(documentId, holder, isSettled, token));

    private async Task TryAsync(Func<CancellationToken, Task> call) => await TryAsync(async token =>
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
