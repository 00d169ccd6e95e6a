namespace Hevlayer.Workers;

/// <summary>
/// Reads a document before it has a place, so that places are for work that needs them. Ends early when the document is lost
/// or the worker ends.
/// </summary>
internal sealed class ReadAhead(DocumentParts parts, HeldDocument held)
{
    /// <summary>What was read; null where there is no room, or it was cut short.</summary>
    public async Task<DocumentAhead?> RunAsync()
    {
        if (parts.Memory.TryEnterAhead() is not { } room)
        {
            return null;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Stopping);
        try
        {
            return await ReadAsync(room, end.Token);
        }
        catch (Exception exception) when (!end.IsCancellationRequested)
        {
            // Counts when it is the document's turn.
            return new(room) { Error = exception };
        }
        catch (Exception)
        {
            room.Leave();
            return null;
        }
    }

    private async Task<DocumentAhead> ReadAsync(IdleRoom room, CancellationToken cancellationToken)
    {
        var chunks = await new ChunkReader(parts, held).ReadAsync(cancellationToken);
        var size = ChunkSize.Of(chunks);
        room.Correct(size);
        parts.Memory.SawChunks(size);
        return new(room) { Chunks = chunks, Plan = await PlanAsync(chunks, cancellationToken) };
    }

    // Whatever goes wrong here does so again where it counts.
    private async Task<RowPlan?> PlanAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        if (parts.Handler is not IRowPlanner planner || chunks.Count == 0 || Deletion.IsIn(chunks) || parts.Options.WriteRowsWith == RowRoute.PutVectors)
        {
            return null;
        }

        try
        {
            return await planner.PlanAsync(held.Id, chunks, new RowQuestions(parts, held).ViewAsync, cancellationToken);
        }
        catch (Exception)
        {
            return null;
        }
    }
}
