namespace Hevlayer.Workers.Simulation;

/// <summary>
/// One worker's way to the gateway. It keeps book of what the worker has been told about its leases, and objects when it
/// writes for a document whose lease it cannot rely on.
/// </summary>
internal sealed class SimulatedConnection(SimulatedNetwork network, GatewayModel gateway, ClaimTerms terms, int mostHeld, TimeProvider clock, Action<string> objection) : IPipelineGateway
{
    private readonly LeaseNotes _notes = new(new(terms.Lease), clock);

    /// <summary>Whether, as far as this worker has been told, the document is its own with time to spare.</summary>
    public bool KnowsItHolds(string documentId) => _notes.Holds(documentId);

    public async Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var ids = await network.CallAsync(() => gateway.Claim(terms, limit, holder), cancellationToken);
        foreach (var id in ids)
        {
            _notes.Claimed(id, holder, sentAt);
        }

        if (_notes.Count > mostHeld)
        {
            objection($"{terms.WorkerId} holds {_notes.Count} documents, and may hold {mostHeld}");
        }

        return ids;
    }

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.ReadChunks(documentId), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) => EndAsync(
        [documentId],
        "staged chunks",
        () =>
        {
            gateway.Stage(documentId, chunks);
            return true;
        },
        cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) => EndAsync(
        [documentId],
        "wrote vectors",
        () =>
        {
            gateway.PutVectors(documentId, vectors);
            return true;
        },
        cancellationToken);

    public Task<long?> WriteRowsAsync(RowWrite write, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        if (!_notes.Holds(write.DocumentId))
        {
            objection($"{terms.WorkerId} wrote rows for {write.DocumentId}, although its lease was lost or could not be relied on");
        }

        return network.CallAsync<long?>(() => gateway.Write(write), cancellationToken);
    }

    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Versions(rowIds), cancellationToken);

    public Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken) => network.CallAsync(
        () =>
        {
            gateway.DeleteVersion(documentId, version);
            return true;
        },
        cancellationToken);

    public Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.MoveFrom(documentIds, from, stage), cancellationToken);

    public async Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var notes = _notes.Of(documentIds, holder);
        var updated = await network.CallAsync(() => gateway.Heartbeat(terms, documentIds, holder), cancellationToken);
        if (updated >= documentIds.Count)
        {
            _notes.Renewed(notes, sentAt);
        }
        else if (documentIds.Count == 1)
        {
            _notes.Ended(documentIds, notes);
        }

        return updated;
    }

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken) => new(
        holder.StartsWith($"{terms.WorkerId}~", StringComparison.Ordinal)
            ? await EndAsync(documentIds, $"moved to '{stage.Value}'", () => gateway.Move(terms, documentIds, stage, holder), cancellationToken, holder)
            : await network.CallAsync(() => gateway.Move(terms, documentIds, stage, holder), cancellationToken),
        WasRetried: false);

    // A call that ends the hold on documents.
    private async Task<T> EndAsync<T>(IReadOnlyList<string> documentIds, string what, Func<T> call, CancellationToken cancellationToken, string? holder = null)
    {
        foreach (var id in documentIds.Where(id => !_notes.Holds(id)))
        {
            objection($"{terms.WorkerId} {what} for {id}, although its lease was lost or could not be relied on");
        }

        var notes = _notes.Of(documentIds, holder);
        var result = await network.CallAsync(call, cancellationToken);
        _notes.Ended(documentIds, notes);
        return result;
    }
}
