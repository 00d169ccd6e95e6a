namespace Hevlayer.Workers.Simulation;

/// <summary>A source worker's way to where chunks are staged, through the real client.</summary>
internal sealed class ClientStore(IChunkStore client, VirtualTime time) : IChunkStore
{
    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) => BareCall<bool>.RunAsync(
        time,
        async token =>
        {
            await client.PutChunksAsync(documentId, chunks, mayCall, token);
            return true;
        },
        cancellationToken);
}
