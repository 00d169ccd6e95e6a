namespace Hevlayer.Workers;

/// <summary>
/// Ends the holds on documents, many in one call: while a call of a holder is under way, what comes next gathers for the
/// one after it. The gateway refuses what the holder no longer holds. Thread safe.
/// </summary>
internal sealed class Completions(IPipelineGateway gateway, CancellationToken abort)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Holder, DocumentStage Stage), List<WaitingCompletion>> _lanes = [];

    /// <summary>Moves a document to its last stage; false when it is no longer its holder's.</summary>
    /// <param name="held">The document.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="isRetry">Whether an earlier call, whose reply was lost, may have moved it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> CompleteAsync(HeldDocument held, DocumentStage stage, bool isRetry, CancellationToken cancellationToken)
    {
        var waiting = new WaitingCompletion(held, isRetry);
        var lane = (held.Holder, stage);
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

    private async Task RunAsync((string Holder, DocumentStage Stage) lane)
    {
        while (TakeNext(lane) is { Count: > 0 } batch)
        {
            // Success takes the documents out of their stage, which a heartbeat cannot tell from a lost lease.
            batch.ForEach(static waiting => waiting.Held.Lease.BeginSettling());
            try
            {
                await SendAsync(batch, lane.Stage, lane.Holder);
            }
            catch (Exception exception)
            {
                batch.ForEach(waiting => waiting.Fail(exception));
            }
        }
    }

    // Empty, and without its lane, when nobody waits.
    private List<WaitingCompletion> TakeNext((string Holder, DocumentStage Stage) lane)
    {
        lock (_lock)
        {
            var gathered = _lanes[lane];
            gathered.FindAll(static waiting => !waiting.Held.Lease.IsSafe).ForEach(static lost => lost.Done.TrySetResult(false));
            var batch = gathered.FindAll(static waiting => !waiting.Done.Task.IsCompleted);
            gathered.Clear();
            if (batch.Count == 0)
            {
                _lanes.Remove(lane);
            }

            return batch;
        }
    }

    private async Task SendAsync(List<WaitingCompletion> batch, DocumentStage stage, string holder)
    {
        if (batch.FindAll(static waiting => waiting.Held.IsEndUnknown) is { Count: > 0 } answered)
        {
            await AskAsync(answered, stage);
            batch.RemoveAll(static waiting => waiting.Held.IsEndUnknown);
            if (batch.Count == 0)
            {
                return;
            }
        }

        var reply = await gateway.MoveAsync(IdsOf(batch), stage, holder, () => batch.TrueForAll(static waiting => waiting.Held.Lease.IsSafe), abort);
        if (reply.Moved >= batch.Count)
        {
            Tell(batch, isMoved: true);
        }
        else if (batch is [{ IsRetry: false } only] && !reply.WasRetried)
        {
            only.End(isMoved: false);
        }
        else
        {
            batch.ForEach(static waiting => waiting.Held.IsEndUnknown = true);
            await AskAsync(batch, stage);
        }
    }

    // The reply counts and names nobody, and a lost one may have moved all. Who is in the stage now was moved; under the
    // guard of the holder no other call has brought it there.
    private async Task AskAsync(List<WaitingCompletion> batch, DocumentStage stage)
    {
        var there = await gateway.MoveFromAsync(IdsOf(batch), stage, stage, abort);
        if (there >= batch.Count)
        {
            Tell(batch, isMoved: true);
        }
        else if (there == 0)
        {
            Tell(batch, isMoved: false);
        }
        else
        {
            var half = batch.Count / 2;
            await AskAsync(batch[..half], stage);
            await AskAsync(batch[half..], stage);
        }
    }

    private static List<string> IdsOf(List<WaitingCompletion> batch) => batch.ConvertAll(static waiting => waiting.Held.Id);

    private static void Tell(List<WaitingCompletion> batch, bool isMoved) => batch.ForEach(waiting => waiting.End(isMoved));
}
