using System.Net;

namespace Hevlayer.Workers;

/// <summary>A pipeline reached through the client.</summary>
internal sealed class PipelineGateway(IHevlayerClient layer, ClaimTerms terms) : IPipelineGateway
{
    private readonly PipelineChunks _chunks = new(layer, terms.PipelineId);
    private readonly TargetNamespace _target = new(layer, terms.PipelineId);

    public async Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken)
    {
        var reply = await layer.ClaimDocumentsAsync(
            terms.PipelineId,
            new()
            {
                WorkerId = holder,
                Stage = terms.Stage,
                ClaimStage = terms.ClaimStage,
                LeaseSeconds = (long)terms.Lease.TotalSeconds,
                Limit = limit,
                DocumentIdPrefix = terms.Prefix,
            },
            cancellationToken);
        return reply.Documents;
    }

    public async Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken) =>
        await layer.Api.GetPipelineDocumentChunksAsync(terms.PipelineId, documentId, Under(mayCall), cancellationToken);

    public Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken) =>
        _chunks.PutChunksAsync(documentId, chunks, mayCall, cancellationToken);

    public async Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        return await DocumentRows.FindAsync(layer, pipeline.TargetNamespace, rowIds, Under(mayCall), cancellationToken);
    }

    public async Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        return await DocumentRows.ListAsync(layer, pipeline.TargetNamespace, documentIds, Under(mayCall), cancellationToken);
    }

    public async Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        var reply = await WriteAsync(pipeline, RowAttributes.ToWrite(writes, pipeline.DistanceMetric), Under(mayCall), cancellationToken);

        // A count of none may be left out.
        return reply is { RowsUpserted: null, RowsPatched: null }
            ? reply.RowsAffected - (reply.RowsDeleted ?? 0)
            : (reply.RowsUpserted ?? 0) + (reply.RowsPatched ?? 0);
    }

    public async Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        await WriteAsync(pipeline, RowAttributes.ToWrite(marks), options: null, cancellationToken);
    }

    public async Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        var rows = await DocumentRows.FindAsync(layer, pipeline.TargetNamespace, rowIds, options: null, cancellationToken);
        return [.. rows.Select(static row => row.Version)];
    }

    public async Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        var rows = Filter.And(Filter.Eq(RowAttributes.Document, documentId), Filter.Eq(RowAttributes.Version, version));
        await WriteAsync(pipeline, new() { DeleteByFilter = rows }, options: null, cancellationToken);
    }

    public async Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        try
        {
            var reply = await layer.Api.QueryNamespaceAsync(
                pipeline.TargetNamespace,
                new()
                {
                    RankBy = RankBy.Descending(RowAttributes.Version),
                    TopK = 1,
                    Filters = Filter.Eq(RowAttributes.Document, documentId),
                    IncludeAttributes = new[] { RowAttributes.Version },
                },
                cancellationToken: cancellationToken);
            return reply.Rows is [var newest, ..] ? newest.Attributes.GetInt64(RowAttributes.Version) ?? 0 : 0;
        }
        catch (HevlayerException exception) when (exception is { StatusCode: HttpStatusCode.NotFound, HasGatewayBody: true })
        {
            return null;
        }
    }

    public async Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var pipeline = await _target.GetAsync(cancellationToken);
        var rows = Filter.And(Filter.Eq(RowAttributes.Document, documentId), Filter.Lt(RowAttributes.Version, version));
        await WriteAsync(pipeline, new() { DeleteByFilter = rows }, Under(mayCall), cancellationToken);
    }

    public async Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken) =>
        await layer.Api.PutPipelineDocumentVectorsAsync(terms.PipelineId, documentId, new() { Vectors = vectors }, Under(mayCall), cancellationToken);

    public async Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken)
    {
        var reply = await layer.HeartbeatAsync(terms.PipelineId, documentIds, holder, terms.ClaimStage, cancellationToken);
        return reply.Updated;
    }

    public async Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken)
    {
        var change = new SetDocumentsStageRequest { DocumentIds = documentIds, Stage = stage, FromStage = terms.ClaimStage, WorkerId = holder };
        var (reply, metadata) = await layer.WithMetadataAsync(
            (client, token) => client.Api.SetDocumentsStageAsync(terms.PipelineId, change, Under(mayCall), token),
            cancellationToken);
        return new(reply.Updated, metadata is { Attempts: > 1 });
    }

    public async Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken)
    {
        var change = new SetDocumentsStageRequest { DocumentIds = documentIds, Stage = stage, FromStage = from };
        var reply = await layer.Api.SetDocumentsStageAsync(terms.PipelineId, change, cancellationToken: cancellationToken);
        return reply.Updated;
    }

    private static CallOptions Under(Func<bool> mayCall) => new() { MayAttempt = mayCall };

    private async Task<TurbopufferWriteResponse> WriteAsync(Pipeline pipeline, NamespaceWrite write, CallOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await layer.Api.WriteNamespaceAsync(pipeline.TargetNamespace, write.ToRequest(), options, cancellationToken);
        }
        catch (HevlayerException)
        {
            _target.Forget();
            throw;
        }
    }
}
