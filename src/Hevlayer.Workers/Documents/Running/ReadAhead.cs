namespace Hevlayer.Workers;

/// <summary>
/// Reads a document before it has a place, so that places are for work that needs them. Ends early when the document is lost
/// or the worker ends. What goes wrong with the gateway here does so again where it counts, or it is over by then.
/// </summary>
internal sealed class ReadAhead(DocumentParts parts, HeldDocument held)
{
    /// <summary>What was read; null where there is no room, or nothing came of it.</summary>
    public async Task<DocumentAhead?> RunAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Stopping);
        IdleRoom? room = null;
        long version = 0;
        try
        {
            // No more at one time than there are places: until one is read, nobody knows how large it is.
            await parts.Memory.ReadsAhead.EnterAsync(1, end.Token);
            try
            {
                room = parts.Memory.TryEnterAhead();
                version = parts.Versions.Next();
                return room is null ? null : await ReadAsync(room, version, end.Token);
            }
            finally
            {
                parts.Memory.ReadsAhead.Leave(1);
            }
        }
        catch (Exception exception) when (room is not null && !end.IsCancellationRequested && IsOfDocument(exception))
        {
            return new(room, version) { Error = exception };
        }
        catch (Exception)
        {
            room?.Leave();
            return null;
        }
    }

    private async Task<DocumentAhead?> ReadAsync(IdleRoom room, long version, CancellationToken cancellationToken)
    {
        var chunks = await new ChunkReader(parts, held).ReadAsync(cancellationToken);
        var size = ChunkSize.Of(chunks);
        room.Correct(size);
        parts.Memory.SawChunks(size);
        if (parts.Memory.IsAheadFull)
        {
            // Larger than was thought: it is read again when it has its place.
            room.Leave();
            return null;
        }

        return new(room, version) { Chunks = chunks, View = await ViewAsync(chunks, cancellationToken) };
    }

    private async Task<RowView?> ViewAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (parts.Handler is not IRowPlanner planner || chunks.Count == 0 || Deletion.IsIn(chunks) || parts.Options.WriteRowsWith == RowRoute.PutVectors)
        {
            return null;
        }

        try
        {
            return planner.RowIdsOf(held.Id, chunks) is { } ids ? await new RowQuestions(parts, held).ViewOnceAsync(ids, cancellationToken) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static bool IsOfDocument(Exception exception) =>
        FaultRules.Classify(exception, leaseLost: false, aborted: false, timedOut: false, default).Kind != FaultKind.Gateway;
}
