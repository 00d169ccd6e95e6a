namespace Hevlayer.Workers;

/// <summary>One attempt at a document: reads its chunks, calls the handler and stores the result, within the room in memory.</summary>
/// <param name="parts">What the parts of the worker share.</param>
/// <param name="held">The document.</param>
/// <param name="settlement">Stores the result.</param>
/// <param name="number">How often the document was begun, this time included.</param>
/// <param name="span">The span of the attempt.</param>
/// <param name="ahead">What was read of the document before it had its place; null for nothing.</param>
/// <param name="leave">Leaves the place to another document: only rows are left to be written.</param>
internal sealed class DocumentAttempt(DocumentParts parts, HeldDocument held, DocumentSettlement settlement, int number, AttemptSpan span, DocumentAhead? ahead, Func<Task> leave)
{
    private readonly long _version = ahead?.Version ?? parts.Versions.Next();

    /// <summary>Null when the result is stored.</summary>
    public async Task<Fault?> RunAsync()
    {
        if (!parts.Options.ReadChunks)
        {
            return await WorkAsync([]);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(held.Lease.Lost, parts.Abort);
        try
        {
            return await ReadAsync(end.Token);
        }
        catch (Exception exception)
        {
            return FaultRules.Classify(exception, !held.Lease.IsSafe, parts.Abort.IsCancellationRequested, timedOut: false, default);
        }
    }

    private async Task<Fault?> ReadAsync(CancellationToken cancellationToken)
    {
        ahead?.Room.Begin();
        var size = ahead?.Room.Amount ?? parts.Memory.ExpectedChunks;
        if (ahead is null)
        {
            await parts.Memory.Chunks.EnterAsync(size, cancellationToken);
        }

        try
        {
            var chunks = ahead?.Chunks ?? await new ChunkReader(parts, held).ReadAsync(cancellationToken);
            var expected = size;
            size = ChunkSize.Of(chunks);
            parts.Memory.Chunks.Correct(expected, size);
            if (ahead is null)
            {
                parts.Memory.SawChunks(size);
            }

            span.Read(chunks);
            var fault = chunks.Count == 0 ? await settlement.RemoveAsync(_version) ?? new(FaultKind.Rejected, "The document has no chunks.")
                : Deletion.IsIn(chunks) ? await settlement.StoreAsync(DocumentOutcome.Delete, _version)
                : await MakeRoomAsync(chunks, cancellationToken);
            if (fault is not null)
            {
                held.ContentHash = ChunkHash.Of(chunks);
                held.TraceId ??= StagedTrace.Of(chunks)?.TraceId.ToHexString();
            }

            return fault;
        }
        finally
        {
            parts.Memory.Chunks.Leave(size);
        }
    }

    private async Task<Fault?> MakeRoomAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var size = parts.Memory.ExpectedVectors(chunks.Count);
        await parts.Memory.Vectors.EnterAsync(size, cancellationToken);
        try
        {
            return await WorkAsync(chunks);
        }
        finally
        {
            parts.Memory.Vectors.Leave(size);
        }
    }

    private async Task<Fault?> WorkAsync(IReadOnlyList<Chunk> chunks)
    {
        var (outcome, fault) = await new HandlerCall(parts, held).RunAsync(chunks, number, ahead?.View);
        if (outcome is null)
        {
            return fault;
        }

        parts.Progress.Rows.AddEmbedded(outcome.EmbeddedTexts);
        if (outcome.Vectors is { Count: > 0 } rows)
        {
            parts.Memory.SawVector(RowParts.VectorBytesOf(rows) / rows.Count);
        }

        // Planned rows are compared by their ids, which follow from the chunks.
        if (outcome is { Vectors: not null, Planned: null } && parts.Options.ReadChunks)
        {
            held.ContentHash = ChunkHash.Of(chunks);
        }

        if (outcome.Vectors is not null && parts.Options.WriteRowsWith == RowRoute.Guarded)
        {
            await leave();
        }

        return await settlement.StoreAsync(outcome, _version);
    }
}
