namespace Hevlayer.Local;

internal sealed partial class PipelineQueue
{
    private readonly WorkerBook _workers = new();
    private readonly Timeline? _timeline = options.TimelineEntries > 0 ? new Timeline(options.TimelineEntries) : null;
    private RefusedClaim? _refused;
    private long? _lastIndexed;

    public void NoteRefusedClaim(int status) => _refused = new RefusedClaim(options.TimeProvider.GetUtcNow().UtcTicks, status);

    public PipelineSight Look()
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            return new PipelineSight(
                definition,
                now,
                _board.Counts(),
                _board.FailedReasons(),
                _board.Held,
                _rate.PerMinute(now),
                _lastIndexed,
                _board.FreeIn(Stages.Pending).FirstOrDefault()?.StagedAt,
                [.. _workers.All],
                _refused);
        }
    }

    public DocumentSight? Look(string documentId)
    {
        lock (_lock)
        {
            ReturnExpired();
            return _board.Find(documentId) is { } document ? Sight(document) : null;
        }
    }

    /// <summary>The first documents of a stage, the held ones after the free ones.</summary>
    public IReadOnlyList<DocumentSight> LookInto(string stage, int limit)
    {
        lock (_lock)
        {
            ReturnExpired();
            return [.. _board.FreeIn(stage).Concat(_leases.Held.Where(document => document.Stage == stage)).Take(limit).Select(Sight)];
        }
    }

    /// <summary>Ids of the failed documents; of one reason, where that is named, and of unknown reason where it is empty.</summary>
    public List<string> Failed(string? reason, int limit)
    {
        lock (_lock)
        {
            ReturnExpired();
            return [.. _board.FreeIn(Stages.Failed).Where(document => reason is null || (document.FailedReason ?? string.Empty) == reason).Take(limit).Select(static document => document.Id)];
        }
    }

    /// <summary>The events of a document that are still noted; null when events are not noted at all.</summary>
    public IReadOnlyList<TimelineEntry>? TimelineOf(string documentId)
    {
        lock (_lock)
        {
            return _timeline is null ? null : _board.Find(documentId) is { } document ? _timeline.Of(document) : [];
        }
    }

    private static DocumentSight Sight(QueuedDocument document) => new(
        document.Id,
        document.Stage,
        document.Since,
        document.StagedAt,
        document.Begun,
        document.Stagings,
        document.Lease is { } lease ? new LeaseSight(lease.WorkerId, lease.Expires, lease.Length, lease.FromStage) : null,
        document.Last,
        document.LastWorker,
        document.Claims,
        document.Expiries,
        document.Releases,
        document.Chunks is null,
        document.FailedReads,
        document.FailedReason);

    private void Note(QueuedDocument document, DocumentEvent what, long now, string? worker = null, string? detail = null)
    {
        document.Note(what, now, worker);
        _timeline?.Add(new TimelineEntry(now, document, what, worker, detail));
    }

    private static DocumentEvent EventOf(QueuedDocument document, string stage) => stage switch
    {
        Stages.Indexed => DocumentEvent.Indexed,
        Stages.Failed => DocumentEvent.Failed,
        _ when document.Lease?.FromStage == stage => DocumentEvent.Released,
        _ => DocumentEvent.Moved,
    };
}
