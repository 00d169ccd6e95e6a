namespace Hevlayer.Workers;

/// <summary>A document whose hold is to end.</summary>
/// <param name="held">The document.</param>
/// <param name="isRetry">Whether an earlier call, whose reply was lost, may have ended it.</param>
internal sealed class WaitingCompletion(HeldDocument held, bool isRetry)
{
    public HeldDocument Held => held;

    public bool IsRetry => isRetry;

    /// <summary>True when the hold has ended as wanted, false when it was over before.</summary>
    public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End(bool isMoved)
    {
        held.Lease.EndSettling(isMoved);
        Done.TrySetResult(isMoved);
    }

    public void Fail(Exception exception)
    {
        held.Lease.EndSettling(isSettled: false);
        Done.TrySetException(exception);
    }
}
