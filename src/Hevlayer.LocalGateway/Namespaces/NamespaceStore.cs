namespace Hevlayer.Local;

/// <summary>One namespace: rows, schema, watermark, snapshots. Thread safe; readers work on frozen views.</summary>
internal sealed partial class NamespaceStore(string name, WriteFeed feed, LocalGatewayOptions options)
{
    private readonly Lock _lock = new();
    private readonly RowTable _rows = new();
    private readonly ShapeTable _shapes = new();
    private readonly RowSchema _schema = new();
    private readonly SnapshotLog _snapshots = new(options);
    private SnapshotPolicy? _policy;
    private long _createdMs;
    private long _lastWriteMs;
    private long? _watermark;
    private bool _exists;

    public string Name => name;

    /// <summary>The namespace as it is now; null before its first write.</summary>
    public NamespaceView? View()
    {
        lock (_lock)
        {
            var freshness = CatchUp(NowMs());
            return _exists
                ? new NamespaceView(name, _rows.View, freshness, _schema.Metric, _schema.Dimensions, _createdMs, _lastWriteMs, TypesNow(), _settings)
                : null;
        }
    }

    public StoredRow? Find(string id)
    {
        lock (_lock)
        {
            return _rows.Find(id);
        }
    }

    public IReadOnlyList<StoredRow?> Find(IEnumerable<string> ids)
    {
        lock (_lock)
        {
            return [.. ids.Select(_rows.Find)];
        }
    }

    private Dictionary<string, string> TypesNow() => new(_schema.Types, StringComparer.Ordinal);

    private long NowMs() => options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    // The watcher never runs by itself: whatever it would have done by now is done at the next call, before the rows
    // change, so that nobody can tell the difference.
    private Freshness CatchUp(long nowMs)
    {
        if (!_exists)
        {
            return new Freshness(IsStable: false, Watermark: null);
        }

        var lag = (long)options.StabilityLag.TotalMilliseconds;
        if (_snapshots.Due(_lastWriteMs, nowMs) is { } moment)
        {
            var watermark = WatermarkRule.At(_lastWriteMs, lag, moment) ?? _lastWriteMs;
            _snapshots.Add(SnapshotWriter.Write(name, watermark, _rows.View, _policy?.FacetFields ?? [], options.SnapshotValueCap), moment);
        }

        var now = WatermarkRule.At(_lastWriteMs, lag, nowMs);
        _watermark = now ?? _watermark;
        return new Freshness(now is not null, _watermark);
    }
}
