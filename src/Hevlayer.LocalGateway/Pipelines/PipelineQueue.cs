namespace Hevlayer.Local;

/// <summary>The queue of one pipeline: staging, claims under a lease, stage changes. Thread safe.</summary>
internal sealed partial class PipelineQueue(Pipeline definition, LocalGatewayOptions options)
{
    private readonly Lock _lock = new();
    private readonly StageBoard _board = new();
    private readonly LeaseBook _leases = new();
    private readonly IndexedRate _rate = new();

    public Pipeline Definition => definition;

    public void Stage(string documentId, byte[] chunks)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var document = _board.Find(documentId);
            var (what, holder) = (DocumentEvent.Staged, document?.Lease?.WorkerId);
            if (document is null)
            {
                document = _board.Add(documentId, Stages.Pending);
            }
            else
            {
                what = holder is null ? DocumentEvent.StagedAgain : DocumentEvent.StagedWhileHeld;
                _board.Move(document, Stages.Pending, toEnd: true);
            }

            document.Chunks = chunks;
            document.FailedReads = 0;
            Note(document, what, now, holder);
        }
    }

    public List<string> Claim(ClaimTerms terms)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var claimed = _board.Oldest(terms.Stage, terms.Limit, terms.Prefix);
            foreach (var document in claimed)
            {
                var lease = new DocumentLease(terms.WorkerId, terms.Stage, terms.Lease, now);
                _board.Move(document, terms.ClaimStage, lease);
                _leases.Add(document, lease);
                Note(document, DocumentEvent.Claimed, now, terms.WorkerId);
            }

            _workers.NoteClaim(terms.WorkerId, terms.Stage, claimed.Count, now);

            return claimed.ConvertAll(document => document.Id);
        }
    }

    public int Heartbeat(IEnumerable<string> documentIds, string stage, string workerId)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var guard = new StageChange([], stage, stage, workerId, CreateMissing: false);
            var held = Known(documentIds).Where(guard.Allows).ToList();
            held.ForEach(document =>
            {
                document.Lease!.Extend(now);
                Note(document, DocumentEvent.Renewed, now, workerId);
            });
            _workers.NoteRenewal(workerId, now);
            return held.Count;
        }
    }

    public int Change(StageChange change)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var changed = Known(change.DocumentIds).Where(change.Allows).ToList();
            changed.ForEach(document => Move(document, change.Stage, now, change.WorkerId));
            _workers.NoteCall(change.WorkerId, now);
            return changed.Count + (change.CreateMissing ? Create(change.DocumentIds, change.Stage, now) : 0);
        }
    }

    /// <summary>Runs the write and, when it did not throw, sets the document indexed, whoever holds it.</summary>
    public void Complete(string documentId, Action write)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var document = Require(documentId);
            write();

            // The call does not say who makes it, so no worker is seen by it, not even the holder.
            Move(document, Stages.Indexed, now, worker: null);
        }
    }

    private void Move(QueuedDocument document, string stage, long now, string? worker)
    {
        var (what, holder) = (EventOf(document, stage), document.Lease?.WorkerId);
        _board.Move(document, stage);
        Note(document, what, now, worker ?? holder, stage);
        if (string.Equals(stage, Stages.Indexed, StringComparison.Ordinal))
        {
            _rate.Add(now);
            _lastIndexed = now;
        }
    }

    private int Create(IEnumerable<string> documentIds, string stage, long now)
    {
        var missing = documentIds.Distinct(StringComparer.Ordinal).Where(id => _board.Find(id) is null).ToList();
        missing.ForEach(id => Note(_board.Add(id, stage), DocumentEvent.Created, now, detail: stage));
        return missing.Count;
    }

    private IEnumerable<QueuedDocument> Known(IEnumerable<string> documentIds) =>
        documentIds.Distinct(StringComparer.Ordinal).Select(_board.Find).OfType<QueuedDocument>();

    private QueuedDocument Require(string documentId) =>
        _board.Find(documentId)
        ?? throw GatewayFault.NotFound($"document '{documentId}' not found in pipeline '{definition.Id}'");

    // Only the clock ends a lease; the next call applies that, before anybody can see the difference.
    private long ReturnExpired()
    {
        var now = options.TimeProvider.GetUtcNow().UtcTicks;
        foreach (var document in _leases.TakeExpired(now))
        {
            var (holder, ended) = (document.Lease!.WorkerId, document.Lease.Expires);
            _board.Move(document, document.Lease.FromStage);
            Note(document, DocumentEvent.Expired, ended, holder);
        }

        return now;
    }
}
