namespace Hevlayer.Workers.Tests.Journals;

/// <summary>Short forms of a journal's calls.</summary>
internal static class JournalCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AttemptHistory> HistoryAsync(this IAttemptJournal journal, string id) =>
        (await journal.ReadAsync([id], Token)).GetValueOrDefault(id, AttemptHistory.None);

    public static Task BeginAsync(this IAttemptJournal journal, string id, string holder = "w1") => journal.BeginAsync(id, holder, Token);

    public static Task FailedAsync(this IAttemptJournal journal, string id) => journal.FailedAsync(id, Token);

    public static Task StoredAsync(this IAttemptJournal journal, string id) => journal.StoredAsync(id, Token);

    public static Task KeptAsync(this IAttemptJournal journal, string id, string holder, bool isSettled) => journal.KeepStoredAsync(id, holder, isSettled, Token);

    public static Task SettledAsync(this IAttemptJournal journal, string id) => journal.EndAsync(id, true, Token);

    public static Task ReleasedAsync(this IAttemptJournal journal, string id) => journal.EndAsync(id, false, Token);

    public static async Task<IReadOnlyList<string>> AbandonedIdsAsync(this IAttemptJournal journal) =>
        [.. (await journal.AbandonedAsync(Token)).Select(static attempt => $"{attempt.DocumentId}/{attempt.Holder}")];
}
