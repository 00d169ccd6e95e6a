namespace Hevlayer.Workers.Simulation;

/// <summary>A source worker's way to the model of the gateway.</summary>
internal sealed class ModelSource(SimulatedNetwork network, GatewayModel gateway, SourceNotes notes) : IChunkStore, IIndexView
{
    private readonly DocumentStages _stages = new((documentIds, from, stage, cancellationToken) =>
        network.CallAsync(() => gateway.MoveFrom(documentIds, from, stage), cancellationToken));

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) => network.CallAsync(
        () =>
        {
            gateway.Stage(documentId, chunks);
            notes.Staged(documentId, chunks);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<PresentRow>> ListAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        network.CallAsync(() => gateway.RowsOf(documentIds), cancellationToken);

    public Task<IReadOnlyList<PresentRow>> FindAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) => network.CallAsync(
        () =>
        {
            var rows = gateway.Find(rowIds);
            notes.Saw(rows.Select(static row => row.DocumentId));
            return rows;
        },
        cancellationToken);

    public Task<IReadOnlyList<string>> WhichAreIndexedAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken) =>
        _stages.WhichAsync(documentIds, DocumentStage.Indexed, cancellationToken);
}
