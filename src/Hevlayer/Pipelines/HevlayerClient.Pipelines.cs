using System.Net;

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
        var started = Clock.GetTimestamp();
        try
        {
            return await Api.CreatePipelineAsync(wanted, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (HevlayerException exception) when (CreateMayHaveWorked(exception))
        {
            // Both calls share one total time.
            var left = _options.TotalTimeout - Clock.GetElapsedTime(started);
            var existing = left > TimeSpan.Zero
                ? await FindPipelineAsync(pipelineId, new() { TotalTimeout = left }, cancellationToken).ConfigureAwait(false)
                : null;
            return existing is null ? throw Rethrowable(exception) : PipelineMismatchException.ThrowIfDifferent(existing, wanted);
        }
    }

    /// <inheritdoc />
    public Task<StageDocumentResponse> PutChunksAsync(string pipelineId, string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        Require.Id(documentId);
        Require.Some(chunks);
        Require.DistinctIds(chunks, static chunk => chunk.Id, nameof(chunks));
        return Api.PutPipelineDocumentChunksAsync(pipelineId, documentId, new() { Chunks = chunks }, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<ClaimDocumentsResponse> ClaimDocumentsAsync(string pipelineId, ClaimDocumentsRequest request, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        ArgumentNullException.ThrowIfNull(request);
        Require.Id(request.WorkerId, "request.WorkerId");
        Require.Positive(request.Limit, "request.Limit");
        Require.Positive(request.LeaseSeconds, "request.LeaseSeconds");
        return Api.ClaimDocumentsAsync(pipelineId, request, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Chunk>> GetChunksAsync(string pipelineId, string documentId, CancellationToken cancellationToken = default) =>
        Api.GetPipelineDocumentChunksAsync(Require.Id(pipelineId), Require.Id(documentId), cancellationToken: cancellationToken);

    /// <inheritdoc />
    public Task<StatusResponse> PutVectorsAsync(string pipelineId, string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        Require.Id(documentId);
        VectorRules.Check(vectors, nameof(vectors));
        return Api.PutPipelineDocumentVectorsAsync(pipelineId, documentId, new() { Vectors = vectors }, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<StatusResponse> PutVectorAsync(string pipelineId, string documentId, ReadOnlyMemory<float> vector, AttributeMap? attributes = null, CancellationToken cancellationToken = default) =>
        PutVectorsAsync(pipelineId, documentId, [new() { Id = Require.Id(documentId), Vector = vector, Attributes = attributes }], cancellationToken);

    /// <inheritdoc />
    public Task<StatusResponse> PutMultiVectorAsync(string pipelineId, string documentId, IReadOnlyList<ReadOnlyMemory<float>> vectors, AttributeMap? attributes = null, CancellationToken cancellationToken = default) =>
        PutVectorsAsync(pipelineId, documentId, [new() { Id = Require.Id(documentId), Vectors = Require.Some(vectors), Attributes = attributes }], cancellationToken);

    // Creating is not repeatable, so a lost reply comes back as an error although the pipeline may be there now.
    private static bool CreateMayHaveWorked(HevlayerException exception) =>
        exception.StatusCode == HttpStatusCode.Conflict || exception.Kind is FailureKind.Interrupted or FailureKind.ServerFailed;

    private static HevlayerException Rethrowable(HevlayerException exception)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
        return exception;
    }

    private async Task<Pipeline?> FindPipelineAsync(string pipelineId, CallOptions? options, CancellationToken cancellationToken)
    {
        var all = await Api.ListPipelinesAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        return all.Pipelines.FirstOrDefault(pipeline => pipeline.Id == pipelineId);
    }
}
