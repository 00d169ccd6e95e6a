using System.Globalization;

namespace Hevlayer.Local;

/// <summary>The snapshots of all namespaces as one list, newest first.</summary>
internal sealed class SnapshotActivityOperations(NamespaceRegistry namespaces)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public void AddTo(Dictionary<string, OperationHandler> handlers) => handlers.Add("listSnapshotActivity", List);

    private GatewayResponse List(GatewayCall call)
    {
        var name = call.Query.Text("namespace");
        var since = call.Query.Integer("since") ?? long.MinValue;
        var limit = call.Query.Limit("limit", DefaultPage, LargestPage);
        var skip = ReadCursor(call.Query.Text("cursor"));
        List<SnapshotActivityEvent> rest =
        [
            .. namespaces.Stores()
                .Where(store => name is null || string.Equals(store.Name, name, StringComparison.Ordinal))
                .SelectMany(store => store.SnapshotActivity())
                .Where(one => one.TsMs >= since)
                .OrderByDescending(one => one.TsMs)
                .ThenBy(one => one.Namespace, StringComparer.Ordinal)
                .SkipWhile(one => skip is not null && Place(one) != skip)
                .Skip(skip is null ? 0 : 1)
                .Take(limit + 1),
        ];
        return GatewayResponse.Json(new SnapshotActivityList
        {
            Events = [.. rest.Take(limit)],
            NextCursor = rest.Count > limit ? Place(rest[limit - 1]) : null,
        });
    }

    // The cursor names the event that was shown last.
    private static string Place(SnapshotActivityEvent one) => string.Create(CultureInfo.InvariantCulture, $"{one.TsMs}/{one.Namespace}");

    private static string? ReadCursor(string? cursor) =>
        cursor is null || (cursor.IndexOf('/', StringComparison.Ordinal) is > 0 and var cut && long.TryParse(cursor.AsSpan(..cut), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? cursor
            : throw GatewayFault.Invalid("cursor must be the next_cursor of an earlier page");
}
