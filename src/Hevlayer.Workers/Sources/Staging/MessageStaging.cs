namespace Hevlayer.Workers;

/// <summary>Stages the document of one message. What the mapper made is kept while the gateway has trouble.</summary>
internal sealed class MessageStaging(SourceParts parts, HeldMessage held)
{
    private IReadOnlyList<Chunk>? _chunks;

    /// <summary>One attempt; null when the document is staged, or its message is to be passed over.</summary>
    public async Task<Fault?> TryAsync()
    {
        using var span = parts.Telemetry.StartStaging(held.DocumentId, held.Message.ReceiveCount, held.Message.TraceParent);
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
        if (!held.IsSafe)
        {
            return Fault.LeaseLost;
        }

        if (chunks.Count == 0)
        {
            parts.Status.Skip();
            parts.Telemetry.Skipped();
            parts.Log.MessageSkipped(held.DocumentId);
            return null;
        }

        using var limit = new CancellationTokenSource(parts.Options.HandlerTimeout, parts.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(held.Lost, parts.Abort, limit.Token);
        var started = parts.Clock.GetTimestamp();
        try
        {
            await parts.Chunks.PutChunksAsync(held.DocumentId, parts.Options.CarryTrace ? StagedTrace.Onto(chunks) : chunks, () => held.IsSafe, either.Token);
        }
        catch (Exception exception)
        {
            return StagingFaults.Classify(exception, !held.IsSafe, parts.Abort.IsCancellationRequested, parts.Options.HandlerTimeout);
        }

        parts.Status.Settled();
        parts.Telemetry.Staged(chunks.Count, parts.Clock.GetElapsedTime(started));
        parts.Log.DocumentStaged(held.DocumentId, chunks.Count);
        return null;
    }
}
