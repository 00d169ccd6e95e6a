namespace Hevlayer.Workers.Simulation;

/// <summary>A worker's way to the model of the gateway, without a client in between.</summary>
internal sealed class ModelConnection(SimulatedNetwork network, GatewayModel gateway, ClaimTerms terms, RowRefusals refusals) : IPipelineGateway
{
    public Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Claim(terms, limit, holder), cancellationToken);

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.ReadChunks(documentId), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) =>
        DoAsync(() => gateway.Stage(documentId, chunks), cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) =>
        DoAsync(
            () =>
            {
                refusals.Look([documentId]);
                gateway.PutVectors(documentId, vectors);
            },
            cancellationToken);

    public Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Find(rowIds), cancellationToken);

    public Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.RowsOf(documentIds), cancellationToken);

    public Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken) =>
        network.CallAsync<long?>(
            () =>
            {
                refusals.Look(writes.Select(static write => write.DocumentId));
                return writes.Sum(gateway.Write);
            },
            cancellationToken);

    public Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken) =>
        DoAsync(() => gateway.Mark(marks), cancellationToken);

    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Versions(rowIds), cancellationToken);

    public Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken) =>
        DoAsync(() => gateway.DeleteVersion(documentId, version), cancellationToken);

    public Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.NewestVersion(documentId), cancellationToken);

    public Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken) =>
        DoAsync(() => gateway.DeleteOlder(documentId, version), cancellationToken);

    public Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.Heartbeat(terms, documentIds, holder), cancellationToken);

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        new(await network.CallAsync(() => gateway.Move(terms, documentIds, stage, holder), cancellationToken), WasRetried: false);

    public Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.MoveFrom(documentIds, from, stage), cancellationToken);

    private Task<bool> DoAsync(Action call, CancellationToken cancellationToken) => network.CallAsync(
        () =>
        {
            call();
            return true;
        },
        cancellationToken);
}
