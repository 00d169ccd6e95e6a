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
            ReturnExpired();
            var document = _board.Find(documentId);
            if (document is null)
            {
                document = _board.Add(documentId, Stages.Pending);
            }
            else
            {
                _board.Move(document, Stages.Pending, toEnd: true);
            }

            document.Chunks = chunks;
            document.FailedReads = 0;
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
            }

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
            held.ForEach(document => document.Lease!.Extend(now));
            return held.Count;
        }
    }

    public int Change(StageChange change)
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            var changed = Known(change.DocumentIds).Where(change.Allows).ToList();
            changed.ForEach(document => Move(document, change.Stage, now));
            return changed.Count + (change.CreateMissing ? Create(change.DocumentIds, change.Stage) : 0);
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
            Move(document, Stages.Indexed, now);
        }
    }

    private void Move(QueuedDocument document, string stage, long now)
    {
        _board.Move(document, stage);
        if (string.Equals(stage, Stages.Indexed, StringComparison.Ordinal))
        {
            _rate.Add(now);
        }
    }

    private int Create(IEnumerable<string> documentIds, string stage)
    {
        var missing = documentIds.Distinct(StringComparer.Ordinal).Where(id => _board.Find(id) is null).ToList();
        missing.ForEach(id => _board.Add(id, stage));
        return missing.Count;
    }

    private IEnumerable<QueuedDocument> Known(IEnumerable<string> documentIds) =>
        documentIds.Distinct(StringComparer.Ordinal).Select(_board.Find).OfType<QueuedDocument>();

    private QueuedDocument Require(string documentId) =>
        _board.Find(documentId)
        ?? throw GatewayFault.NotFound($"document '{documentId}' not found in pipeline '{definition.Id}'");

    // The clock alone ends a lease; that shows at the next call, which is soon enough for everybody who can look.
    private long ReturnExpired()
    {
        var now = options.TimeProvider.GetUtcNow().UtcTicks;
        foreach (var document in _leases.TakeExpired(now))
        {
            _board.Move(document, document.Lease!.FromStage);
        }

        return now;
    }
}
