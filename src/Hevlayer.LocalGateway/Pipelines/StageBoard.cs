namespace Hevlayer.Local;

/// <summary>Which document is in which stage, with counts that cost nothing to read. Not thread safe.</summary>
internal sealed class StageBoard
{
    private readonly Dictionary<string, QueuedDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StageLane> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _failedReasons = new(StringComparer.Ordinal);
    private long _nextOrder;

    /// <summary>How many documents are held under a claim.</summary>
    public int Held { get; private set; }

    public IEnumerable<QueuedDocument> All => _documents.Values;

    public QueuedDocument? Find(string id) => _documents.GetValueOrDefault(id);

    /// <summary>The free documents of a stage in the order of staging.</summary>
    public IEnumerable<QueuedDocument> FreeIn(string stage) => _lanes.TryGetValue(stage, out var lane) ? lane.Free : [];

    public int Count(string stage) => _lanes.TryGetValue(stage, out var lane) ? lane.Count : 0;

    public Dictionary<string, long> Counts() =>
        _lanes.Where(lane => lane.Value.Count > 0)
            .OrderBy(lane => lane.Key, StringComparer.Ordinal)
            .ToDictionary(lane => lane.Key, lane => (long)lane.Value.Count, StringComparer.Ordinal);

    public Dictionary<string, long> FailedReasons() => new(_failedReasons, StringComparer.Ordinal);

    public QueuedDocument Add(string id, string stage)
    {
        var document = new QueuedDocument(id, _nextOrder++, stage);
        _documents.Add(id, document);
        Enter(document);
        return document;
    }

    /// <summary>Moves a document to a stage, free unless a lease is given, and at the end of the line when asked.</summary>
    public void Move(QueuedDocument document, string stage, DocumentLease? lease = null, string? reason = null, bool toEnd = false)
    {
        Leave(document);
        document.Stage = stage;
        document.Lease = lease;
        document.FailedReason = reason;
        document.Order = toEnd ? _nextOrder++ : document.Order;
        Enter(document);
    }

    /// <summary>The first free documents of a stage in the order of staging.</summary>
    public List<QueuedDocument> Oldest(string stage, int limit, string prefix)
    {
        var found = new List<QueuedDocument>();
        if (!_lanes.TryGetValue(stage, out var lane))
        {
            return found;
        }

        foreach (var document in lane.Free)
        {
            if (found.Count == limit)
            {
                break;
            }

            if (document.Id.StartsWith(prefix, StringComparison.Ordinal))
            {
                found.Add(document);
            }
        }

        return found;
    }

    private void Enter(QueuedDocument document)
    {
        if (!_lanes.TryGetValue(document.Stage, out var lane))
        {
            _lanes.Add(document.Stage, lane = new StageLane());
        }

        if (document.Lease is null)
        {
            lane.Free.Add(document);
        }
        else
        {
            lane.Held++;
            Held++;
        }

        Count(document.FailedReason, 1);
    }

    private void Leave(QueuedDocument document)
    {
        var lane = _lanes[document.Stage];
        if (document.Lease is null)
        {
            lane.Free.Remove(document);
        }
        else
        {
            lane.Held--;
            Held--;
        }

        Count(document.FailedReason, -1);
    }

    private void Count(string? reason, int change)
    {
        if (reason is null)
        {
            return;
        }

        var count = _failedReasons.GetValueOrDefault(reason) + change;
        if (count == 0)
        {
            _failedReasons.Remove(reason);
        }
        else
        {
            _failedReasons[reason] = count;
        }
    }
}
