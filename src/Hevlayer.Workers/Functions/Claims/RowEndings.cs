namespace Hevlayer.Workers;

/// <summary>
/// Ends the holds on rows, many in one call: while a call of a holder is under way, what comes next gathers for the one
/// after it. A call that is refused for what is in it is split, so that one row cannot fail the others. Thread safe.
/// </summary>
/// <param name="gateway">The gateway.</param>
/// <param name="endedInPart">Told of a reply that leaves open which rows it has ended: the rows, and what it says.</param>
/// <param name="abort">Ends the calls.</param>
internal sealed class RowEndings(IFunctionGateway gateway, Action<IReadOnlyList<WaitingRow>, MoveReply> endedInPart, CancellationToken abort)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Holder, bool IsFailure), List<WaitingRow>> _lanes = [];

    /// <summary>Ends the hold on a row.</summary>
    /// <param name="held">The row.</param>
    /// <param name="ending">How.</param>
    /// <param name="isRetry">Whether an earlier call, whose reply was lost, may have ended it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RowEnd> EndAsync(HeldRow held, Ending ending, bool isRetry, CancellationToken cancellationToken)
    {
        var waiting = new WaitingRow(held, ending, isRetry);
        var lane = (held.Holder, ending.Failed is not null);
        bool isFirst;
        lock (_lock)
        {
            isFirst = !_lanes.TryGetValue(lane, out var gathered);
            if (isFirst)
            {
                _lanes.Add(lane, gathered = []);
            }

            gathered!.Add(waiting);
        }

        using var registration = cancellationToken.UnsafeRegister(token => waiting.Done.TrySetCanceled(cancellationToken), null);
        if (isFirst)
        {
            _ = RunAsync(lane);
        }

        return await waiting.Done.Task;
    }

    private async Task RunAsync((string Holder, bool IsFailure) lane)
    {
        while (TakeNext(lane) is { Count: > 0 } batch)
        {
            // Success ends the leases, which a heartbeat cannot tell from lost ones.
            batch.ForEach(static waiting => waiting.Held.Lease.BeginSettling());
            await SendAsync(batch, lane.Holder);
        }
    }

    // Empty, and without its lane, when nobody waits.
    private List<WaitingRow> TakeNext((string Holder, bool IsFailure) lane)
    {
        lock (_lock)
        {
            var gathered = _lanes[lane];
            gathered.FindAll(static waiting => !waiting.Held.Lease.IsSafe).ForEach(static lost => lost.Done.TrySetResult(RowEnd.Lost));
            var batch = gathered.FindAll(static waiting => !waiting.Done.Task.IsCompleted);
            gathered.Clear();
            if (batch.Count == 0)
            {
                _lanes.Remove(lane);
            }

            return batch;
        }
    }

    private async Task SendAsync(List<WaitingRow> batch, string holder)
    {
        try
        {
            Tell(batch, await CallAsync(batch, holder));
        }
        catch (Exception exception) when (batch.Count > 1 && RowFaults.IsOfContent(exception))
        {
            var half = batch.Count / 2;
            await SendAsync(batch[..half], holder);
            await SendAsync(batch[half..], holder);
        }
        catch (Exception exception)
        {
            batch.ForEach(waiting => waiting.Fail(exception));
        }
    }

    private Task<MoveReply> CallAsync(List<WaitingRow> batch, string holder)
    {
        bool AreSafe() => batch.TrueForAll(static waiting => waiting.Held.Lease.IsSafe);
        return batch[0].Ending.Failed is null
            ? gateway.CompleteAsync(batch.ConvertAll(static waiting => waiting.Ending.Result!), holder, AreSafe, abort)
            : gateway.FailAsync(batch.ConvertAll(static waiting => waiting.Ending.Failed!), holder, AreSafe, abort);
    }

    // The reply counts and names nobody. No second call can find out more: rows that were ended are no longer held, as those
    // that were lost before are not. But nothing is left to do for either.
    private void Tell(List<WaitingRow> batch, MoveReply reply)
    {
        if (reply.Moved >= batch.Count)
        {
            batch.ForEach(static waiting => waiting.End(RowEnd.Ended));
        }
        else if (reply is { Moved: 0, WasRetried: false } && batch.TrueForAll(static waiting => !waiting.IsRetry))
        {
            batch.ForEach(static waiting => waiting.End(RowEnd.Lost));
        }
        else
        {
            endedInPart(batch, reply);
            batch.ForEach(static waiting => waiting.End(RowEnd.Unknown));
        }
    }
}
