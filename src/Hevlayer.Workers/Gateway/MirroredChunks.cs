namespace Hevlayer.Workers;

/// <summary>Stages documents in several pipelines: one after the other, and none is missing when the call has ended well.</summary>
/// <param name="pipelines">The pipelines, at least one.</param>
internal sealed class MirroredChunks(IReadOnlyList<IChunkStore> pipelines) : IChunkStore
{
    public async Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        foreach (var pipeline in pipelines)
        {
            await pipeline.PutChunksAsync(documentId, chunks, mayCall, cancellationToken);
        }
    }
}
