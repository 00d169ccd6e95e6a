namespace Hevlayer.Workers;

/// <summary>The calls of one worker to one pipeline: the only way in which workers that claim reach the gateway.</summary>
internal interface IPipelineGateway : IChunkStore
{
    /// <summary>Claims documents; none when there is nothing to do.</summary>
    Task<IReadOnlyList<string>> ClaimAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, CancellationToken cancellationToken);

    Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken);

    /// <summary>Renews leases and gives the number of those that are still this worker's.</summary>
    Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken);

    /// <summary>Moves documents that this worker holds, and tells how many it did hold.</summary>
    Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, CancellationToken cancellationToken);
}
