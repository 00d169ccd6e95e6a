namespace Hevlayer.Workers;

/// <summary>The chunks of one pipeline, reached through the client.</summary>
internal sealed class PipelineChunks(IHevlayerClient layer, string pipelineId) : IChunkStore
{
    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        layer.PutChunksAsync(pipelineId, documentId, chunks, cancellationToken);
}
