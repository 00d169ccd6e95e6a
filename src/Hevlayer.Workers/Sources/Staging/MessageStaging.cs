namespace Hevlayer.Workers;

/// <summary>Stages the document of one message. What the mapper made is kept while the gateway has trouble.</summary>
internal sealed class MessageStaging(SourceParts parts, HeldMessage held)
{
    private IReadOnlyList<Chunk>? _chunks;

    /// <summary>One attempt; null when the document is staged, or its message is to be skipped.</summary>
    public async Task<Fault?> TryAsync()
    {
        using var span = parts.Telemetry.StartStaging(held.Id, held.Message.ReceiveCount, held.Message.TraceParent);
        var fault = await PrepareAsync() ?? await StageAsync(_chunks!);
        span.End(fault);
        return fault;
    }

    private async Task<Fault?> PrepareAsync()
    {
        if (_chunks is not null)
        {
            return null;
        }

        (_chunks, var fault) = await new Preparation(parts, held).RunAsync();
        return fault;
    }

    private async Task<Fault?> StageAsync(IReadOnlyList<Chunk> chunks)
    {
        // The clock is asked, not the token: after a freeze of the process the timer of the lease may be late.
        if (!held.Lease.IsSafe)
        {
            return Fault.LeaseLost;
        }

        if (chunks.Count == 0)
        {
            parts.Progress.ItemSkipped();
            parts.Telemetry.Skipped();
            parts.Log.MessageSkipped(held.Id);
            return null;
        }

        using var limit = new CancellationTokenSource(parts.Options.HandlerTimeout, parts.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Abort, limit.Token);
        var started = parts.Clock.GetTimestamp();
        try
        {
            if (await IsUnchangedAsync(chunks, end.Token))
            {
                parts.Progress.ItemSkipped();
                parts.Telemetry.Skipped();
                parts.Log.DocumentUnchanged(held.Id);
                return null;
            }

            await parts.Chunks.PutChunksAsync(held.Id, parts.Options.CarryTrace ? StagedTrace.Onto(chunks) : chunks, () => held.Lease.IsSafe, end.Token);
        }
        catch (Exception exception)
        {
            return StagingFaults.Classify(exception, !held.Lease.IsSafe, parts.Abort.IsCancellationRequested, parts.Options.HandlerTimeout);
        }

        parts.Progress.ItemCompleted();
        parts.Telemetry.Staged(chunks.Count, parts.Clock.GetElapsedTime(started));
        parts.Log.DocumentStaged(held.Id, chunks.Count);
        return null;
    }

    // To stage it is always right.
    private async Task<bool> IsUnchangedAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        try
        {
            return parts.Unchanged is { } unchanged && await unchanged.IsUnchangedAsync(held.Id, chunks, cancellationToken) && held.Lease.IsSafe;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            parts.Log.UnchangedUnknown(held.Id, exception);
            return false;
        }
    }
}
