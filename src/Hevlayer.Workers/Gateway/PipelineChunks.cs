namespace Hevlayer.Workers;

/// <summary>The chunks of one pipeline, reached through the client.</summary>
internal sealed class PipelineChunks(IHevlayerClient layer, string pipelineId) : IChunkStore
{
    public async Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) =>
        await layer.Api.PutPipelineDocumentChunksAsync(pipelineId, documentId, new() { Chunks = chunks }, new() { MayAttempt = mayCall }, cancellationToken);
}
