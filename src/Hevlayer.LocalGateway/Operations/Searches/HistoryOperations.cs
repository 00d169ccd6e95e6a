namespace Hevlayer.Local;

/// <summary>Lists of what was searched for and what was then fetched.</summary>
internal sealed class HistoryOperations(HistoryBook history)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("listSearchHistory", Searches);
        handlers.Add("listClickstream", Clicks);
    }

    private GatewayResponse Searches(GatewayCall call)
    {
        var (page, next) = HistoryWindow.Read(call.Query).Cut(history.Searches.NewestFirst(call.Namespace), search => search.Nanos, search => search.Tags);
        return GatewayResponse.Json(new SearchHistoryListResponse { Entries = [.. page.Select(search => search.ToEntry())], NextCursor = next });
    }

    private GatewayResponse Clicks(GatewayCall call)
    {
        var trace = call.Query.Text("trace_id");
        var (page, next) = HistoryWindow.Read(call.Query).Cut(
            history.Clicks.NewestFirst(call.Namespace).Where(click => trace is null || string.Equals(click.TraceId, trace, StringComparison.OrdinalIgnoreCase)),
            click => click.TimestampNanos,
            click => click.Tags);
        return GatewayResponse.Json(new ClickstreamListResponse { Events = page, NextCursor = next });
    }
}
