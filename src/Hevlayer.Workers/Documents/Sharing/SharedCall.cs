namespace Hevlayer.Workers;

/// <summary>What one document brings to a call that it shares with others.</summary>
/// <typeparam name="TContent">What is sent for it.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
/// <param name="held">The document.</param>
/// <param name="content">What is sent for it.</param>
/// <param name="size">How much that is.</param>
/// <param name="isAlone">Whether it shares its call with no other: it may be what broke the last one.</param>
/// <param name="since">Timestamp of its arrival.</param>
internal sealed class SharedCall<TContent, TResult>(HeldItem held, TContent content, CallSize size, bool isAlone, long since)
{
    private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string DocumentId => held.Id;

    public TContent Content => content;

    public CallSize Size => size;

    public bool IsAlone => isAlone;

    public long Since => since;

    public Task<TResult> Done => _done.Task;

    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsOver => _done.Task.IsCompleted;

    /// <summary>Whether it may be sent. The clock is asked: after a freeze of the process the timer of the lease may be late.</summary>
    public bool MayBeSent => !IsOver && held.Lease.IsSafe;

    public void Succeed(TResult result) => _done.TrySetResult(result);

    public void Fail(Exception exception) => _done.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _done.TrySetCanceled(cancellationToken);
}
