namespace Hevlayer.Workers.Simulation;

/// <summary>
/// One worker's way to the gateway. It keeps book of what the worker has been told about its leases, and objects when it
/// writes for a document that it knows it no longer holds.
/// </summary>
internal sealed class SimulatedConnection(SimulatedNetwork network, GatewayModel gateway, ClaimTerms terms, TimeProvider clock, Action<string> objection) : IPipelineGateway
{
    private readonly Dictionary<string, long> _renewedAt = new(StringComparer.Ordinal);

    /// <summary>Whether, as far as this worker has been told, the document is its own with time to spare.</summary>
    public bool KnowsItHolds(string documentId) => Holds(documentId, new LeaseTerms(terms.Lease).Reliable);

    public async Task<IReadOnlyList<string>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var ids = await network.CallAsync(() => gateway.Claim(terms, limit), cancellationToken);
        foreach (var id in ids)
        {
            _renewedAt[id] = sentAt;
        }

        return ids;
    }

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.ReadChunks(documentId), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        Check(documentId, "staged chunks");
        return network.CallAsync(
            () =>
            {
                gateway.Stage(documentId, chunks);
                return true;
            },
            cancellationToken);
    }

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken)
    {
        Check(documentId, "wrote vectors");
        return network.CallAsync(
            () =>
            {
                gateway.PutVectors(documentId, vectors);
                return true;
            },
            cancellationToken);
    }

    public async Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var sentAt = clock.GetTimestamp();
        var updated = await network.CallAsync(() => gateway.Heartbeat(terms, documentIds), cancellationToken);
        if (updated >= documentIds.Count)
        {
            foreach (var id in documentIds)
            {
                _renewedAt[id] = sentAt;
            }
        }
        else if (documentIds is [var only])
        {
            _renewedAt.Remove(only);
        }

        return updated;
    }

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, CancellationToken cancellationToken)
    {
        foreach (var id in documentIds)
        {
            Check(id, $"moved to '{stage.Value}'");
        }

        var moved = await network.CallAsync(() => gateway.Move(terms, documentIds, stage), cancellationToken);
        foreach (var id in documentIds)
        {
            // Moved or not its own: the worker no longer counts on it. A claim that is late may still bring it back, and
            // then nobody has told the worker.
            _renewedAt.Remove(id);
        }

        return new(moved, WasRepeated: false);
    }

    private bool Holds(string documentId, TimeSpan limit) =>
        _renewedAt.TryGetValue(documentId, out var renewedAt) && clock.GetElapsedTime(renewedAt) < limit;

    private void Check(string documentId, string what)
    {
        if (!Holds(documentId, terms.Lease))
        {
            objection($"{terms.WorkerId} {what} for {documentId}, although it knew that the lease was lost");
        }
    }
}
