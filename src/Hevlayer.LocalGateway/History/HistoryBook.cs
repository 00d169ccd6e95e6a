namespace Hevlayer.Local;

/// <summary>What was searched for and what was then fetched. Thread safe.</summary>
internal sealed class HistoryBook(LocalGatewayOptions options, StateNotes notes)
{
    private const int MostTopIds = 10;
    private const int TraceIdStart = 3;
    private const int TraceIdLength = 32;

    private readonly HistoryClock _clock = new(options.TimeProvider);

    public HistoryRing<RecordedSearch> Searches { get; } = new(options.HistoryEntries);

    public HistoryRing<ClickstreamEvent> Clicks { get; } = new(options.HistoryEntries);

    public static string TraceId(string traceParent) => traceParent.Substring(TraceIdStart, TraceIdLength);

    public void NoteSearch(GatewayCall call, string name, string traceParent, long? watermark, IEnumerable<string> ids)
    {
        var search = new RecordedSearch(
            _clock.Next(),
            name,
            TraceId(traceParent),
            call.Header("x-hevlayer-search-query")?.Trim() is { Length: > 0 } text ? text : null,
            watermark,
            call.RawBody.ToArray(),
            [.. ids.Take(MostTopIds)],
            HistoryTags.Of(call));
        Searches.Add(name, search);
        notes.Listener?.Invoke(EntryKind.Search, name, HistoryNotes.Of(search));
    }

    public void Restore(RecordedSearch search)
    {
        _clock.Restore(search.Nanos);
        Searches.Add(search.Namespace, search);
    }

    public void Restore(ClickstreamEvent click)
    {
        _clock.Restore(click.TimestampNanos);
        Clicks.Add(click.Namespace, click);
    }

    /// <summary>A click for each document of a fetch that says which trace it belongs to.</summary>
    public void NoteFetch(GatewayCall call, IEnumerable<string> ids, string source)
    {
        if (TraceParents.Valid(call.Header("traceparent")) is not { } trace)
        {
            return;
        }

        var tags = HistoryTags.Of(call);
        foreach (var id in ids)
        {
            var nanos = _clock.Next();
            var click = new ClickstreamEvent
            {
                Timestamp = HistoryClock.ToTime(nanos),
                TimestampNanos = nanos,
                TraceId = TraceId(trace),
                Namespace = call.Namespace,
                DocId = id,
                Tags = tags,
                Source = source,
                ServedFrom = "cache",
            };
            Clicks.Add(call.Namespace, click);
            notes.Listener?.Invoke(EntryKind.Click, click.Namespace, WireJson.Write(click));
        }
    }
}
