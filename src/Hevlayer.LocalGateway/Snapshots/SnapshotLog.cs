namespace Hevlayer.Local;

/// <summary>The snapshots of one namespace, oldest first. Not thread safe.</summary>
internal sealed class SnapshotLog(LocalGatewayOptions options)
{
    private readonly List<SnapshotBody> _bodies = [];
    private readonly List<long> _moments = [];
    private long? _lastMomentMs;
    private bool _pending;

    public SnapshotBody? Latest => _bodies.Count == 0 ? null : _bodies[^1];

    public IEnumerable<SnapshotBody> NewestFirst() => Enumerable.Reverse(_bodies);

    public SnapshotBody? Find(string sha) =>
        _bodies.Find(body => string.Equals(body.Sha, sha, StringComparison.OrdinalIgnoreCase));

    public void NoteWrite() => _pending = true;

    /// <summary>The moment at which the next snapshot has become due by now; null when there is none.</summary>
    public long? Due(long lastWriteMs, long nowMs)
    {
        var stableAt = lastWriteMs + (long)options.StabilityLag.TotalMilliseconds;
        var allowedAt = _lastMomentMs + (long)options.SnapshotInterval.TotalMilliseconds ?? stableAt;
        var moment = Math.Max(stableAt, allowedAt);
        return _pending && moment <= nowMs ? moment : null;
    }

    /// <summary>When each snapshot was written, oldest first.</summary>
    public IEnumerable<(long MomentMs, SnapshotBody Body)> Moments() => _moments.Zip(_bodies);

    public void Add(SnapshotBody body, long momentMs)
    {
        _moments.Add(momentMs);
        _bodies.Add(body);
        _lastMomentMs = momentMs;
        _pending = false;
    }
}
