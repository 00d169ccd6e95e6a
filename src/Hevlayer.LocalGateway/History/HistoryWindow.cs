using System.Globalization;

namespace Hevlayer.Local;

/// <summary>Which entries of a history a request asks for: from and to inclusive, before exclusive, with all of its tags.</summary>
internal sealed record HistoryWindow(long FromNanos, long ToNanos, long BeforeNanos, IReadOnlyList<string> Tags, int Limit)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public static HistoryWindow Read(QueryText query) => new(
        Time(query, "from") is { } from ? HistoryClock.ToNanos(from) : long.MinValue,
        Time(query, "to") is { } to ? HistoryClock.ToNanos(to) : long.MaxValue,
        query.Integer("before") ?? long.MaxValue,
        HistoryTags.Clean(query.Text("tag")),
        query.Limit("limit", DefaultPage, LargestPage));

    /// <summary>One page, and the place at which the next one begins; null when there is none.</summary>
    public (IReadOnlyList<T> Page, string? Next) Cut<T>(IEnumerable<T> newestFirst, Func<T, long> nanos, Func<T, IReadOnlyList<string>> tags)
    {
        var page = newestFirst
            .Where(entry => nanos(entry) >= FromNanos && nanos(entry) <= ToNanos && nanos(entry) < BeforeNanos && Tags.All(tag => tags(entry).Contains(tag, StringComparer.Ordinal)))
            .Take(Limit + 1)
            .ToList();
        if (page.Count <= Limit)
        {
            return (page, null);
        }

        page.RemoveAt(Limit);
        return (page, nanos(page[^1]).ToString(CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset? Time(QueryText query, string name)
    {
        if (query.Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw GatewayFault.Invalid($"query parameter {name} must be an ISO 8601 time, not '{text}'");
    }
}
