namespace Hevlayer.Workers;

/// <summary>All documents that this worker holds, the oldest first. Thread safe.</summary>
internal sealed class HeldDocuments(LeaseTerms terms, TimeProvider clock, WorkerTelemetry telemetry)
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, HeldDocument> _byId = new(StringComparer.Ordinal);

    /// <summary>Set when a document is no longer held.</summary>
    public Signal Left { get; } = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>The documents of this moment.</summary>
    public IReadOnlyList<HeldDocument> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byId.Values];
            }
        }
    }

    /// <summary>Takes hold of documents that were claimed.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="claimedAt">Timestamp from before the claim was sent.</param>
    /// <param name="holder">Who claimed them.</param>
    /// <param name="histories">What earlier processes did with them; null where nobody writes that down.</param>
    public IReadOnlyList<HeldDocument> Add(IReadOnlyList<string> ids, long claimedAt, string holder = "", Task<IReadOnlyDictionary<string, AttemptHistory>>? histories = null)
    {
        var added = new List<HeldDocument>(ids.Count);
        foreach (var id in ids)
        {
            var document = new HeldDocument(id, claimedAt, terms, clock)
            {
                Holder = holder,
                Histories = histories,
            };
            HeldDocument? earlier;
            lock (_lock)
            {
                _byId.Remove(id, out earlier);
                _byId.Add(id, document);
            }

            // Claimed once more: the earlier lease has run out before we noticed, or our own call has put the document back.
            earlier?.SeeGone();
            added.Add(document);
        }

        return added;
    }

    public bool Contains(HeldDocument document)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(document.Id, out var held) && ReferenceEquals(held, document);
        }
    }

    /// <summary>Ends the hold; a later claim of the same document is left alone.</summary>
    public void Remove(HeldDocument document)
    {
        lock (_lock)
        {
            if (_byId.TryGetValue(document.Id, out var held) && ReferenceEquals(held, document))
            {
                _byId.Remove(document.Id);
            }
        }

        document.Dispose();
        telemetry.Let();
        Left.Set();
    }
}
