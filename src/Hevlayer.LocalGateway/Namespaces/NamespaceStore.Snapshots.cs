namespace Hevlayer.Local;

internal sealed partial class NamespaceStore
{
    private readonly Dictionary<string, SnapshotBody> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the watcher keeps on facets; null when nobody has set a policy.</summary>
    public SnapshotPolicy? Policy
    {
        get
        {
            lock (_lock)
            {
                return _policy;
            }
        }

        set
        {
            lock (_lock)
            {
                CatchUp(NowMs());
                _policy = value;
            }
        }
    }

    /// <summary>All snapshots, newest first.</summary>
    public IReadOnlyList<SnapshotBody> History()
    {
        lock (_lock)
        {
            CatchUp(NowMs());
            return [.. _snapshots.NewestFirst()];
        }
    }

    /// <summary>When each snapshot was written.</summary>
    public IReadOnlyList<SnapshotActivityEvent> SnapshotActivity()
    {
        lock (_lock)
        {
            CatchUp(NowMs());
            return [.. _snapshots.Moments().Select(one => new SnapshotActivityEvent { TsMs = one.MomentMs, Namespace = name, Sha = one.Body.Sha })];
        }
    }

    public SnapshotBody? Snapshot(string sha)
    {
        lock (_lock)
        {
            CatchUp(NowMs());
            return _snapshots.Find(sha) ?? _asked.GetValueOrDefault(sha);
        }
    }

    /// <summary>Keeps a snapshot that a job made: it can be read by its hash, but is no part of the history.</summary>
    public void Keep(SnapshotBody body)
    {
        lock (_lock)
        {
            _asked[body.Sha] = body;
        }
    }
}
