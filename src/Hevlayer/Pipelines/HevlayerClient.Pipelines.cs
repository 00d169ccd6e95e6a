namespace Hevlayer;

public sealed partial class HevlayerClient
{
    /// <inheritdoc />
    public async Task<Pipeline> EnsurePipelineAsync(string pipelineId, string targetNamespace, DistanceMetric? distanceMetric = null, CancellationToken cancellationToken = default)
    {
        var wanted = new CreatePipelineRequest
        {
            Id = Require.Id(pipelineId),
            TargetNamespace = Require.Id(targetNamespace),
            DistanceMetric = distanceMetric,
        };
        return await CreateOrFind.RunAsync(
            _scope,
            call => Api.CreatePipelineAsync(wanted, call, cancellationToken),
            async call => await FindPipelineAsync(pipelineId, call, cancellationToken).ConfigureAwait(false) is { } existing
                ? PipelineMismatchException.ThrowIfDifferent(existing, wanted)
                : null).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<StageDocumentResponse> PutChunksAsync(string pipelineId, string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        Require.Id(documentId);
        Require.Some(chunks);
        Require.DistinctIds(chunks, static chunk => chunk.Id, nameof(chunks));
        return Api.PutPipelineDocumentChunksAsync(pipelineId, documentId, new() { Chunks = chunks }, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<ClaimDocumentsResponse> ClaimDocumentsAsync(string pipelineId, ClaimDocumentsRequest request, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        ArgumentNullException.ThrowIfNull(request);
        Require.Id(request.WorkerId, "request.WorkerId");
        Require.Positive(request.Limit, "request.Limit");
        Require.Positive(request.LeaseSeconds, "request.LeaseSeconds");
        return Api.ClaimDocumentsAsync(pipelineId, request, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string pipelineId, string documentId, CancellationToken cancellationToken = default) =>
        Api.GetPipelineDocumentChunksAsync(Require.Id(pipelineId), Require.Id(documentId), options: _scope.Call, cancellationToken: cancellationToken);

    /// <inheritdoc />
    public Task<StatusResponse> PutVectorsAsync(string pipelineId, string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        Require.Id(documentId);
        VectorEntryRules.Check(vectors, nameof(vectors));
        return Api.PutPipelineDocumentVectorsAsync(pipelineId, documentId, new() { Vectors = vectors }, options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<StatusResponse> PutVectorAsync(string pipelineId, string documentId, ReadOnlyMemory<float> vector, AttributeMap? attributes = null, CancellationToken cancellationToken = default) =>
        PutVectorsAsync(pipelineId, documentId, [new() { Id = Require.Id(documentId), Vector = vector, Attributes = attributes }], cancellationToken);

    /// <inheritdoc />
    public Task<StatusResponse> PutMultiVectorAsync(string pipelineId, string documentId, IReadOnlyList<ReadOnlyMemory<float>> vectors, AttributeMap? attributes = null, CancellationToken cancellationToken = default) =>
        PutVectorsAsync(pipelineId, documentId, [new() { Id = Require.Id(documentId), Vectors = Require.Some(vectors), Attributes = attributes }], cancellationToken);

    private async Task<Pipeline?> FindPipelineAsync(string pipelineId, CallOptions? options, CancellationToken cancellationToken)
    {
        var all = await Api.ListPipelinesAsync(options, cancellationToken).ConfigureAwait(false);
        return all.Pipelines.FirstOrDefault(pipeline => pipeline.Id == pipelineId);
    }
}
