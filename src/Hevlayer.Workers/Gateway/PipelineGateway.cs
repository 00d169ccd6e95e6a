namespace Hevlayer.Workers;

/// <summary>A pipeline reached through the client.</summary>
internal sealed class PipelineGateway(IHevlayerClient layer, ClaimTerms terms) : IPipelineGateway
{
    public async Task<IReadOnlyList<string>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        var reply = await layer.ClaimDocumentsAsync(
            terms.PipelineId,
            new()
            {
                WorkerId = terms.WorkerId,
                Stage = terms.Stage,
                ClaimStage = terms.ClaimStage,
                LeaseSeconds = (long)terms.Lease.TotalSeconds,
                Limit = limit,
                DocumentIdPrefix = terms.Prefix,
            },
            cancellationToken);
        return reply.Documents;
    }

    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, CancellationToken cancellationToken) =>
        layer.GetChunksAsync(terms.PipelineId, documentId, cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken) =>
        layer.PutChunksAsync(terms.PipelineId, documentId, chunks, cancellationToken);

    public Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken) =>
        layer.PutVectorsAsync(terms.PipelineId, documentId, vectors, cancellationToken);

    public async Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, CancellationToken cancellationToken)
    {
        var reply = await layer.HeartbeatAsync(terms.PipelineId, documentIds, terms.WorkerId, terms.ClaimStage, cancellationToken);
        return reply.Updated;
    }

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, CancellationToken cancellationToken)
    {
        var change = new SetDocumentsStageRequest { DocumentIds = documentIds, Stage = stage, FromStage = terms.ClaimStage, WorkerId = terms.WorkerId };
        var (reply, metadata) = await layer.WithMetadataAsync(
            (client, token) => client.Api.SetDocumentsStageAsync(terms.PipelineId, change, cancellationToken: token),
            cancellationToken);
        return new(reply.Updated, metadata is { Attempts: > 1 });
    }
}
