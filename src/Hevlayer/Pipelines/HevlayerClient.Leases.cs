namespace Hevlayer;

public sealed partial class HevlayerClient
{
    /// <inheritdoc />
    public Task<DocumentsStageResponse> HeartbeatAsync(string pipelineId, IReadOnlyList<string> documentIds, string workerId, DocumentStage? stage = null, CancellationToken cancellationToken = default)
    {
        Require.Id(pipelineId);
        Require.Ids(documentIds);
        Require.Id(workerId);
        return Api.HeartbeatDocumentsAsync(
            pipelineId,
            new() { DocumentIds = documentIds, WorkerId = workerId, Stage = stage },
            options: _scope.Call, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public Task<DocumentsStageResponse> ReleaseDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default) =>
        SetStageAsync(pipelineId, documentIds, DocumentStage.Pending, workerId, fromStage, cancellationToken);

    /// <inheritdoc />
    public Task<DocumentsStageResponse> FailDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default) =>
        SetStageAsync(pipelineId, documentIds, DocumentStage.Failed, workerId, fromStage, cancellationToken);

    /// <inheritdoc />
    public Task<DocumentsStageResponse> CompleteDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default) =>
        SetStageAsync(pipelineId, documentIds, DocumentStage.Indexed, workerId, fromStage, cancellationToken);

    private Task<DocumentsStageResponse> SetStageAsync(string pipelineId, IReadOnlyList<string> documentIds, DocumentStage stage, string? workerId, DocumentStage? fromStage, CancellationToken cancellationToken)
    {
        Require.Id(pipelineId);
        Require.Ids(documentIds);
        return Api.SetDocumentsStageAsync(
            pipelineId,
            new()
            {
                DocumentIds = documentIds,
                Stage = stage,
                WorkerId = workerId is null ? null : Require.Id(workerId),
                FromStage = fromStage,
            },
            options: _scope.Call, cancellationToken: cancellationToken);
    }
}
