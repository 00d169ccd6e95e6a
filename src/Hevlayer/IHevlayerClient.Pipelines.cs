namespace Hevlayer;

public partial interface IHevlayerClient
{
    /// <summary>
    /// Makes sure that a pipeline exists with these settings: creates it, or finds the one that has the id and compares it.
    /// Calls <c>POST /v2/pipelines</c> and, when the id is taken, <c>GET /v2/pipelines</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="targetNamespace">Namespace its vectors go to.</param>
    /// <param name="distanceMetric">Distance of the vectors; null for cosine distance.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The pipeline as the gateway has it.</returns>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="PipelineMismatchException">The pipeline exists with another target namespace or distance metric.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope admin, and read when the pipeline exists.</exception>
    Task<Pipeline> EnsurePipelineAsync(string pipelineId, string targetNamespace, DistanceMetric? distanceMetric = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stages a document: replaces its chunks and sets it <c>pending</c>, also when it was indexed or claimed. Calls
    /// <c>PUT /v2/pipelines/{pipeline_id}/documents/{doc_id}</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document; any text.</param>
    /// <param name="chunks">At least one chunk, each with an id of its own.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">An id is empty or used twice, or there are no chunks.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<StageDocumentResponse> PutChunksAsync(string pipelineId, string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims documents for a worker under a lease. An empty list means that nothing can be claimed now. The call is not
    /// retried when its outcome is unknown, because documents may have been claimed; those are claimable again when the lease ends.
    /// Calls <c>POST /v2/pipelines/{pipeline_id}/claim</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="request">Worker, number of documents (100 when not set) and lease (900 seconds when not set).</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">The worker's id is empty, or the limit or the lease is not more than zero.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<ClaimDocumentsResponse> ClaimDocumentsAsync(string pipelineId, ClaimDocumentsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reads the chunks of a document back. Calls <c>GET /v2/pipelines/{pipeline_id}/documents/{doc_id}/chunks</c>.</summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The chunks; empty when their bodies are lost, and no retry brings them back: fail the document then.</returns>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope read.</exception>
    Task<IReadOnlyList<Chunk>> GetChunksAsync(string pipelineId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the rows of a document into the pipeline's namespace and sets the document <c>indexed</c>. The call is not
    /// guarded by the lease: do not make it for a document whose lease is lost. Calls
    /// <c>PUT /v2/pipelines/{pipeline_id}/documents/{doc_id}/vectors</c>.
    /// </summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="vectors">At least one row, each with a vector or a bag of vectors, all of one dimension.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">
    /// No rows, an empty or doubled id, neither or both of vector and vectors, an empty vector, a component that is NaN or
    /// infinite, dimensions that differ, or an attribute whose name begins with <c>_hevlayer_</c>.
    /// </exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<StatusResponse> PutVectorsAsync(string pipelineId, string documentId, IReadOnlyList<VectorEntry> vectors, CancellationToken cancellationToken = default);

    /// <summary>Writes one row for a document, under the document's own id. See <see cref="PutVectorsAsync"/>.</summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document and of its row.</param>
    /// <param name="vector">The vector; all components finite.</param>
    /// <param name="attributes">Attributes of the row; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">As for <see cref="PutVectorsAsync"/>.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<StatusResponse> PutVectorAsync(string pipelineId, string documentId, ReadOnlyMemory<float> vector, AttributeMap? attributes = null, CancellationToken cancellationToken = default);

    /// <summary>Writes one row with a bag of vectors for a document, under the document's own id. See <see cref="PutVectorsAsync"/>.</summary>
    /// <param name="pipelineId">Id of the pipeline.</param>
    /// <param name="documentId">Id of the document and of its row.</param>
    /// <param name="vectors">At least one vector, all of one dimension.</param>
    /// <param name="attributes">Attributes of the row; null for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ArgumentException">As for <see cref="PutVectorsAsync"/>.</exception>
    /// <exception cref="HevlayerException">The call failed; it needs the scope write.</exception>
    Task<StatusResponse> PutMultiVectorAsync(string pipelineId, string documentId, IReadOnlyList<ReadOnlyMemory<float>> vectors, AttributeMap? attributes = null, CancellationToken cancellationToken = default);
}
