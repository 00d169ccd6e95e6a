namespace Hevlayer.Local;

/// <summary>Leases in the order in which they run out. Not thread safe.</summary>
internal sealed class LeaseBook
{
    private readonly PriorityQueue<(QueuedDocument Document, DocumentLease Lease), long> _byExpiry = new();

    /// <summary>The documents that are held, in no order.</summary>
    public IEnumerable<QueuedDocument> Held =>
        _byExpiry.UnorderedItems.Where(static entry => ReferenceEquals(entry.Element.Document.Lease, entry.Element.Lease)).Select(static entry => entry.Element.Document);

    public void Add(QueuedDocument document, DocumentLease lease) => _byExpiry.Enqueue((document, lease), lease.Expires);

    /// <summary>Takes out each document whose lease has run out by now.</summary>
    public IEnumerable<QueuedDocument> TakeExpired(long now)
    {
        while (_byExpiry.TryPeek(out var entry, out var expires) && expires <= now)
        {
            _byExpiry.Dequeue();
            if (!ReferenceEquals(entry.Document.Lease, entry.Lease))
            {
                continue;
            }

            // Heartbeats don't touch the queue: an extended lease takes its new place when its old one comes up.
            if (entry.Lease.Expires > now)
            {
                _byExpiry.Enqueue(entry, entry.Lease.Expires);
                continue;
            }

            yield return entry.Document;
        }
    }

    /// <summary>When the next lease runs out; null when nothing is held.</summary>
    public long? Next()
    {
        while (_byExpiry.TryPeek(out var entry, out var expires))
        {
            var holds = ReferenceEquals(entry.Document.Lease, entry.Lease);
            if (holds && entry.Lease.Expires == expires)
            {
                return expires;
            }

            _byExpiry.Dequeue();
            if (holds)
            {
                _byExpiry.Enqueue(entry, entry.Lease.Expires);
            }
        }

        return null;
    }
}
