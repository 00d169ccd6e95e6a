using System.Globalization;

namespace Hevlayer;

public sealed partial class NamespaceClient
{
    private const string WholeSeconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Recorded searches, newest first. Calls <c>GET /v2/namespaces/{namespace}/search-history</c>.</summary>
    /// <param name="filter">Tags and time; null for all.</param>
    /// <exception cref="ArgumentException">A tag is not allowed, the page size is not more than zero, or From is after To.</exception>
    public CursorList<SearchHistoryEntry> ListSearchHistory(HistoryFilter? filter = null)
    {
        var (tags, from, to, size) = Parts(filter);
        return new(async (cursor, token) =>
        {
            var page = await _scope.Api.ListSearchHistoryAsync(Name, tags, from, to, cursor, size, options: _scope.Call, cancellationToken: token).ConfigureAwait(false);
            return new(page.Entries, page.NextCursor);
        });
    }

    /// <summary>Recorded clicks, newest first. Calls <c>GET /v2/namespaces/{namespace}/clickstream</c>.</summary>
    /// <param name="filter">Tags and time; null for all.</param>
    /// <param name="traceId">Only clicks of this trace; null for any.</param>
    /// <exception cref="ArgumentException">A tag is not allowed, the page size is not more than zero, or From is after To.</exception>
    public CursorList<ClickstreamEvent> ListClickstream(HistoryFilter? filter = null, string? traceId = null)
    {
        var (tags, from, to, size) = Parts(filter);
        return new(async (cursor, token) =>
        {
            var page = await _scope.Api.ListClickstreamAsync(Name, traceId, tags, from, to, cursor, size, options: _scope.Call, cancellationToken: token).ConfigureAwait(false);
            return new(page.Events, page.NextCursor);
        });
    }

    private static (IReadOnlyList<string>? Tags, string? From, string? To, int? PageSize) Parts(HistoryFilter? filter)
    {
        Require.Positive(filter?.PageSize, "filter.PageSize");
        if (filter?.From > filter?.To)
        {
            throw new ArgumentException($"From is {filter.From:O}, after To, which is {filter.To:O}; a time that is not after To is needed.", "filter.From");
        }

        var tags = SearchTags.Clean(filter?.Tags, "filter.Tags");
        return (tags.Count > 0 ? [.. tags] : null, Text(filter?.From), Text(filter?.To), filter?.PageSize);
    }

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString(WholeSeconds, CultureInfo.InvariantCulture);
}
