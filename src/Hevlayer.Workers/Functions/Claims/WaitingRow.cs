namespace Hevlayer.Workers;

/// <summary>A row whose hold is to end.</summary>
/// <param name="held">The row.</param>
/// <param name="ending">How.</param>
/// <param name="isRetry">Whether an earlier call, whose reply was lost, may have ended it.</param>
internal sealed class WaitingRow(HeldRow held, Ending ending, bool isRetry)
{
    public HeldRow Held => held;

    public Ending Ending => ending;

    public bool IsRetry => isRetry;

    public TaskCompletionSource<RowEnd> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End(RowEnd end)
    {
        held.Lease.EndSettling(isSettled: end != RowEnd.Lost);
        Done.TrySetResult(end);
    }

    public void Fail(Exception exception)
    {
        held.Lease.EndSettling(isSettled: false);
        Done.TrySetException(exception);
    }
}
