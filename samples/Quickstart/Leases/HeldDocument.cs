namespace Hevlayer.Quickstart;

/// <summary>A document that this worker holds under a lease.</summary>
internal sealed class HeldDocument : IDisposable
{
    private readonly CancellationTokenSource _lost = new();
    private long _renewedAt;

    /// <summary>Takes hold of a document.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="claimedAt">Timestamp from before the claim was sent: the lease began no earlier.</param>
    public HeldDocument(string id, long claimedAt)
    {
        Id = id;
        _renewedAt = claimedAt;
        Lost = _lost.Token;
    }

    public string Id { get; }

    /// <summary>Cancelled when the lease is lost: the document is another worker's then, and our result is not wanted.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Timestamp from which the lease counts.</summary>
    public long RenewedAt => Volatile.Read(ref _renewedAt);

    /// <summary>Notes a heartbeat that succeeded.</summary>
    /// <param name="sentAt">Timestamp from before it was sent.</param>
    public void Renew(long sentAt) => Volatile.Write(ref _renewedAt, sentAt);

    public void Lose()
    {
        try
        {
            _lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Its work ended in this very moment.
        }
    }

    public void Dispose() => _lost.Dispose();
}
