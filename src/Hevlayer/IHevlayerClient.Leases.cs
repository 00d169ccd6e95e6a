namespace Hevlayer;

public partial interface IHevlayerClient
{
    /// <summary>
    /// Renews the leases of claimed documents. Calls <c>POST /v2/pipelines/{pipeline_id}/documents/heartbeat</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentIds">At least one document.</param>
    /// <param name="workerId">The worker that claimed them.</param>
    /// <param name="stage">The claim stage they are held in; null for <c>embedding</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many leases were renewed; fewer than were sent means that some are no longer this worker's.</returns>
    /// <exception cref="ArgumentException">An id is empty, or there are no documents.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<DocumentsStageResponse> HeartbeatAsync(string pipelineId, IReadOnlyList<string> documentIds, string workerId, DocumentStage? stage = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Releases documents: sets them <c>pending</c> for any worker. Calls
    /// <c>POST /v2/pipelines/{pipeline_id}/documents/stage</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentIds">At least one document.</param>
    /// <param name="workerId">Guard: only documents leased by this worker; null for any.</param>
    /// <param name="fromStage">Guard: only documents in this stage; null for any.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many documents were changed.</returns>
    /// <exception cref="ArgumentException">An id is empty, or there are no documents.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<DocumentsStageResponse> ReleaseDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default);

    /// <summary>Fails documents: sets them <c>failed</c>, and no worker claims them as pending any more. See <see cref="ReleaseDocumentsAsync"/>.</summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentIds">At least one document.</param>
    /// <param name="workerId">Guard: only documents leased by this worker; null for any.</param>
    /// <param name="fromStage">Guard: only documents in this stage; null for any.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many documents were changed.</returns>
    /// <exception cref="ArgumentException">An id is empty, or there are no documents.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<DocumentsStageResponse> FailDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default);

    /// <summary>Sets documents <c>indexed</c> without writing vectors. See <see cref="ReleaseDocumentsAsync"/>.</summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentIds">At least one document.</param>
    /// <param name="workerId">Guard: only documents leased by this worker; null for any.</param>
    /// <param name="fromStage">Guard: only documents in this stage; null for any.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many documents were changed.</returns>
    /// <exception cref="ArgumentException">An id is empty, or there are no documents.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<DocumentsStageResponse> CompleteDocumentsAsync(string pipelineId, IReadOnlyList<string> documentIds, string? workerId = null, DocumentStage? fromStage = null, CancellationToken cancellationToken = default);
}
