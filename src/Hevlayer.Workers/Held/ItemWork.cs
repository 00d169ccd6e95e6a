namespace Hevlayer.Workers;

/// <summary>
/// The work on one item, from attempt to attempt. It knows what the item is; leases, places, pauses and the end of the worker
/// are the engine's.
/// </summary>
internal abstract class ItemWork
{
    /// <summary>How many of the worker's places an attempt takes.</summary>
    public virtual int Places => 1;

    /// <summary>Takes its turn where items wait for one another; called in the order in which items were taken, before any wait.</summary>
    /// <param name="cancellationToken">Cancelled when the lease is lost or the worker begins to end.</param>
    public virtual Task EnterAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What speaks against a first attempt; null when nothing does.</summary>
    public virtual Task<Fault?> PrepareAsync() => Task.FromResult<Fault?>(null);

    /// <summary>The span of an attempt and its completion.</summary>
    public virtual AttemptSpan StartSpan() => default;

    /// <summary>One attempt; null when the item can be completed.</summary>
    /// <param name="span">The span of the attempt.</param>
    /// <param name="place">Its place, which it may leave before it ends, when only the storing of its result is left.</param>
    public abstract Task<Fault?> AttemptAsync(AttemptSpan span, GatePlace place);

    /// <summary>What follows from an attempt that failed, for the fault of the item, the handler or the gateway.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="failures">All faults of the item so far, this one included.</param>
    public abstract Task<Decision> DecideAsync(Fault fault, AttemptCounts failures);

    /// <summary>Does what was decided, without a place; null when the hold has ended by that.</summary>
    public abstract Task<Fault?> SettleAsync(Decision decision);

    /// <summary>The lease is lost: nothing of the work may stay where another worker's may be.</summary>
    public virtual Task LostAsync() => Task.CompletedTask;

    /// <summary>The worker ends, and the item will be released.</summary>
    public virtual Task StoppedAsync() => Task.CompletedTask;

    /// <summary>The work is over, however it ended.</summary>
    public virtual Task EndAsync() => Task.CompletedTask;
}
