namespace Hevlayer.Workers.Simulation;

/// <summary>
/// A worker's way to the gateway through the real client. The client knows no context: its calls begin, are cancelled and
/// go on outside the worker's, and the worker takes their results on its own.
/// </summary>
internal sealed class ClientGateway(IPipelineGateway client, VirtualTime time) : IPipelineGateway
{
    public Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken) =>
        RunAsync(token => client.ClaimAsync(limit, holder, token), cancellationToken);

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => client.GetChunksAsync(documentId, mayCall, token), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => Done(client.PutChunksAsync(documentId, chunks, mayCall, token)), cancellationToken);

    public Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => client.FindRowsAsync(rowIds, mayCall, token), cancellationToken);

    public Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => client.ListRowsAsync(documentIds, mayCall, token), cancellationToken);

    public Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => client.WriteRowsAsync(writes, mayCall, token), cancellationToken);

    public Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken) =>
        RunAsync(token => Done(client.MarkCompletedAsync(marks, token)), cancellationToken);

    public Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken) =>
        RunAsync(token => client.VersionsAsync(rowIds, token), cancellationToken);

    public Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken) =>
        RunAsync(token => Done(client.DeleteVersionAsync(documentId, version, token)), cancellationToken);

    public Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken) =>
        RunAsync(token => client.NewestVersionAsync(documentId, token), cancellationToken);

    public Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => Done(client.DeleteOlderAsync(documentId, version, mayCall, token)), cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => Done(client.PutVectorsAsync(documentId, vectors, mayCall, token)), cancellationToken);

    public Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken) =>
        RunAsync(token => client.HeartbeatAsync(documentIds, holder, token), cancellationToken);

    public Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken) =>
        RunAsync(token => client.MoveAsync(documentIds, stage, holder, mayCall, token), cancellationToken);

    public Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken) =>
        RunAsync(token => client.MoveFromAsync(documentIds, from, stage, token), cancellationToken);

    private Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => BareCall<T>.RunAsync(time, call, cancellationToken);

    private static async Task<bool> Done(Task call)
    {
        await call;
        return true;
    }
}
