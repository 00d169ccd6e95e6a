namespace Hevlayer.Workers;

/// <summary>Something that the worker holds under a lease, and works on.</summary>
/// <param name="id">Its id in logs.</param>
/// <param name="lease">The lease.</param>
/// <param name="takenAt">Timestamp of when it was taken.</param>
internal abstract class HeldItem(string id, Lease lease, long takenAt)
{
    private int _hasEnded;

    /// <summary>Id of the document that it is about.</summary>
    public string Id { get; protected set; } = id;

    public Lease Lease => lease;

    /// <summary>Timestamp of when it was taken.</summary>
    public long TakenAt => takenAt;

    /// <summary>What it was taken with.</summary>
    public HeldBatch? Batch { get; set; }

    /// <summary>Tells it from others: whoever takes an item again, no longer holds it as before.</summary>
    public virtual object Key => this;

    /// <summary>Whether a call that was to end the hold was answered, but not for whom: nobody knows whether it has ended.</summary>
    public bool IsEndUnknown { get; set; }

    /// <summary>Whether its result is being stored, and nothing else is left to do. The lock of <see cref="HeldItems"/> guards it.</summary>
    public bool IsStoring { get; set; }

    /// <summary>Ends the hold; false when it had ended before.</summary>
    public bool End()
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
        {
            return false;
        }

        lease.Dispose();
        Batch?.ItemEnded();
        return true;
    }

    /// <summary>Whether the hold has ended.</summary>
    public bool HasEnded => Volatile.Read(ref _hasEnded) != 0;
}
