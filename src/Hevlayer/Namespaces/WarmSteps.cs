namespace Hevlayer;

/// <summary>Which caches in front of a namespace are warmed.</summary>
public sealed record WarmSteps
{
    /// <summary>
    /// The vector store's own cache.
    /// <value>Default: true.</value>
    /// </summary>
    public bool Turbopuffer { get; init; } = true;

    /// <summary>
    /// The gateway's document cache, by a job.
    /// <value>Default: true.</value>
    /// </summary>
    public bool Documents { get; init; } = true;

    /// <summary>
    /// The newest snapshot.
    /// <value>Default: true.</value>
    /// </summary>
    public bool Snapshots { get; init; } = true;

    /// <summary>
    /// Blobs that rows refer to; needs <see cref="BlobBudgetBytes"/>.
    /// <value>Default: false.</value>
    /// </summary>
    public bool Blobs { get; init; }

    /// <summary>
    /// Most bytes of blobs to load.
    /// <value>Default: null, which is right only without blobs.</value>
    /// </summary>
    public long? BlobBudgetBytes { get; init; }

    /// <summary>
    /// Documents for each read, from 1 to 10,000.
    /// <value>Default: null, the gateway's 1,000.</value>
    /// </summary>
    public int? PageSize { get; init; }
}
