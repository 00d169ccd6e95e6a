namespace Hevlayer;

/// <summary>What is known about one operation of the gateway before it is called.</summary>
public sealed record GatewayOperation
{
    /// <summary>Id in the contract, such as <c>claimDocuments</c>.</summary>
    public required string Id { get; init; }

    /// <summary>HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Route with placeholders, such as <c>/v2/pipelines/{pipeline_id}/claim</c>; never holds an id.</summary>
    public required string Route { get; init; }

    /// <summary>Query text that selects this form of a shared route, such as <c>stainless_overload=multiQuery</c>; empty for most.</summary>
    public string FixedQuery { get; init; } = string.Empty;

    /// <summary>Area of the API, such as <c>Pipelines</c>.</summary>
    public required string Area { get; init; }

    /// <summary>Whether the call has the same effect once or several times, so that it may be retried when its outcome is unknown.</summary>
    public required bool IsIdempotent { get; init; }

    /// <summary>
    /// Whether a retry is harmless only for a while: putting chunks again re-queues a document that a worker has
    /// indexed in the meantime, so a retry after <see cref="HevlayerRetryOptions.EarlyRetryWindow"/> is not made.
    /// </summary>
    public bool IsRetriedOnlyEarly { get; init; }

    /// <summary>Whether the reply is raw bytes and not JSON.</summary>
    public bool RepliesWithBytes { get; init; }

    /// <summary>
    /// Whether the reply says only that the call succeeded, so that status 204 says all of it:
    /// <see cref="StatusResponse.Status"/> is empty then.
    /// </summary>
    public bool RepliesWithStatus { get; init; }

    /// <summary>Scope that the key must hold; null for public routes.</summary>
    public ApiKeyScope? RequiredScope { get; init; }

    /// <summary>Edition of the gateway that offers the route: <c>open</c> or <c>pro</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>
    /// Route of the same call at turbopuffer itself, such as <c>/v2/namespaces/{namespace}/query</c>; null where only the
    /// gateway can answer. See <see cref="HevlayerClientOptions.Fallback"/>.
    /// </summary>
    public string? TurbopufferRoute { get; init; }

    /// <summary>Whether the call changes what turbopuffer stores.</summary>
    public bool WritesToTurbopuffer { get; init; }

    /// <summary>Name of the method on <see cref="IHevlayerApi"/>.</summary>
    public string MethodName => $"{char.ToUpperInvariant(Id[0])}{Id.AsSpan(1)}Async";
}
