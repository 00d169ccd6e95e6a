namespace Hevlayer.Workers;

/// <summary>Makes the chunks of one message's document, within the time of the handler.</summary>
internal sealed class Preparation(SourceParts parts, HeldMessage held)
{
    /// <summary>The chunks, none when the message is to be skipped; or the fault that took their place.</summary>
    public Task<(IReadOnlyList<Chunk>? Chunks, Fault? Fault)> RunAsync()
    {
        var call = new LimitedCall(parts.Clock, parts.Options.HandlerTimeout, parts.Options.Shutdown.CancelGrace)
        {
            Lost = held.Lease.Lost,
            IsLost = () => !held.Lease.IsSafe,
            Abort = parts.Abort,
            Abandoned = Abandon,
        };
        return call.RunAsync<IReadOnlyList<Chunk>>((_, cancellationToken) => PrepareAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<Chunk>?> PrepareAsync(CancellationToken cancellationToken)
    {
        // Away from the one who watches the time: a mapper may compute for long before it first waits.
        await Task.Yield();
        var document = await held.Message.MapAsync(cancellationToken);
        return document is null ? [] : new DocumentChunks(parts.Chunker, parts.Options).Of(held.Id, document, cancellationToken);
    }

    private void Abandon(Task work)
    {
        parts.Progress.Abandon(work);
        parts.Log.HandlerAbandoned(held.Id, parts.Options.Shutdown.CancelGrace);
    }
}
