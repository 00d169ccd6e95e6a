namespace Hevlayer;

/// <summary>
/// Codes in <see cref="HevlayerException.Code"/> that are known today; a newer gateway may send more. Each says its cause,
/// its remedy and whether the same call can succeed when it is made again.
/// </summary>
public static class HevlayerErrorCodes
{
    /// <summary>Status 400. The family asked of the metric catalog does not exist.</summary>
    /// <remarks>Remedy: use a family that the catalog lists. A retry does not help.</remarks>
    public const string InvalidFamily = "invalid_family";

    /// <summary>Status 400. A branch or a copy was combined with a write (newer gateways).</summary>
    /// <remarks>Remedy: make two calls. A retry does not help.</remarks>
    public const string BadRequest = "bad_request";

    /// <summary>Status 403. The namespace is outside what the key was granted.</summary>
    /// <remarks>Remedy: use a key with that entitlement, or leave the namespace out. A retry does not help.</remarks>
    public const string Forbidden = "forbidden";

    /// <summary>
    /// Status 404. The pipeline, document, job, namespace or other thing does not exist; jobs also end with a restart
    /// of the gateway.
    /// </summary>
    /// <remarks>Remedy: create it, or start the job again. A retry does not help.</remarks>
    public const string NotFound = "not_found";

    /// <summary>
    /// Status 409. The id is taken, the shard count would change, or (newer gateways) a completion came too late.
    /// </summary>
    /// <remarks>
    /// Remedy: ensure instead of create; for completions do what <see cref="HevlayerErrorFields.Disposition"/> says. A
    /// retry does not help.
    /// </remarks>
    public const string Conflict = "conflict";

    /// <summary>Status 412. No snapshot covers the scan that was asked of snapshots alone.</summary>
    /// <remarks>
    /// Remedy: wait for a snapshot, or scan with another source. A retry helps only once there is a newer snapshot; the
    /// client does not do it.
    /// </remarks>
    public const string PreconditionFailed = "precondition_failed";

    /// <summary>Status 413. The blob has more than 10 MiB.</summary>
    /// <remarks>Remedy: store a smaller one. A retry does not help.</remarks>
    public const string PayloadTooLarge = "payload_too_large";

    /// <summary>
    /// Status 413. The blob is larger than the vector store holds, and no object store is set up (newer gateways).
    /// </summary>
    /// <remarks>Remedy: store a smaller one, or configure an object store. A retry does not help.</remarks>
    public const string BlobExceedsStoreCap = "blob_exceeds_store_cap";

    /// <summary>
    /// Status 422. The gateway understood the request and refuses its values; the message names them.
    /// </summary>
    /// <remarks>Remedy: correct the values. A retry does not help.</remarks>
    public const string ValidationError = "validation_error";

    /// <summary>Status 422. The kind of vector store behind the namespace cannot do this.</summary>
    /// <remarks>
    /// Remedy: use another route or store; <see cref="HevlayerErrorFields.Store"/>, <see
    /// cref="HevlayerErrorFields.Route"/> and <see cref="HevlayerErrorFields.Feature"/> say which. A retry does not
    /// help.
    /// </remarks>
    public const string UnsupportedByStore = "UnsupportedByStore";

    /// <summary>Status 422. The call needs an object store and the gateway has none (v0.6 and newer).</summary>
    /// <remarks>Remedy: configure one. A retry does not help.</remarks>
    public const string ObjectStoreNotConfigured = "object_store_not_configured";

    /// <summary>Status 422. The gateway was to embed text and has no worker for it (newer gateways).</summary>
    /// <remarks>Remedy: start one, or send a vector. A retry does not help.</remarks>
    public const string EmbedWorkerUnavailable = "embed_worker_unavailable";

    /// <summary>Status 422. The attribute to embed is not in the schema (newer gateways).</summary>
    /// <remarks>Remedy: add it to the schema, or name another. A retry does not help.</remarks>
    public const string EmbedAttributeMissing = "embed_attribute_missing";

    /// <summary>Status 422. The attribute cannot be embedded (newer gateways).</summary>
    /// <remarks>Remedy: name a text attribute that the schema embeds. A retry does not help.</remarks>
    public const string EmbedAttributeInvalid = "embed_attribute_invalid";

    /// <summary>Status 422. No attribute is indexed for full text (newer gateways).</summary>
    /// <remarks>Remedy: index one in the schema, or search by vector. A retry does not help.</remarks>
    public const string FullTextAttributeMissing = "full_text_attribute_missing";

    /// <summary>Status 422. A rerank was asked for and the gateway has no reranker (newer gateways).</summary>
    /// <remarks>Remedy: configure one, or ask without rerank. A retry does not help.</remarks>
    public const string RerankUnconfigured = "rerank_unconfigured";

    /// <summary>
    /// Status 502. The vector store, the object store or the database failed; with status 429 an image host limits the
    /// rate.
    /// </summary>
    /// <remarks>
    /// Remedy: none on the caller's side. A retry helps; the client does it for idempotent operations, and with status
    /// 429 for all.
    /// </remarks>
    public const string UpstreamError = "upstream_error";

    /// <summary>Status 503. The gateway or a part of it is not available now.</summary>
    /// <remarks>Remedy: none on the caller's side. A retry helps; the client does it for every operation.</remarks>
    public const string ServiceUnavailable = "service_unavailable";

    /// <summary>Status 503. The cache does not hold the data yet.</summary>
    /// <remarks>
    /// Remedy: warm the namespace, or try later. A retry helps; the client does it for every operation.
    /// </remarks>
    public const string CacheCold = "cache_cold";

    /// <summary>Status 503. This instance of the gateway is shutting down and did nothing.</summary>
    /// <remarks>
    /// Remedy: none: another connection reaches another instance. A retry helps at once; the client does it for every
    /// operation, on a new connection.
    /// </remarks>
    public const string GatewayDraining = "gateway_draining";

    /// <summary>Status 503. The reranker does not answer (newer gateways).</summary>
    /// <remarks>
    /// Remedy: try later, or ask without rerank. A retry helps; the client does it for every operation.
    /// </remarks>
    public const string RerankUnavailable = "rerank_unavailable";

    /// <summary>Status 504. The gateway did not finish within its own time; how far it came is unknown.</summary>
    /// <remarks>
    /// Remedy: ask for less at once, if it lasts. A retry helps; the client does it for idempotent operations.
    /// </remarks>
    public const string GatewayTimeout = "gateway_timeout";
}
