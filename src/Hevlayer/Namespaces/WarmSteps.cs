namespace Hevlayer;

/// <summary>Which caches in front of a namespace are warmed.</summary>
public sealed record WarmSteps
{
    /// <summary>The vector store's own cache.</summary>
    /// <value>Default: true.</value>
    public bool Turbopuffer { get; init; } = true;

    /// <summary>The gateway's document cache, by a job.</summary>
    /// <value>Default: true.</value>
    public bool Documents { get; init; } = true;

    /// <summary>The newest snapshot.</summary>
    /// <value>Default: true.</value>
    public bool Snapshots { get; init; } = true;

    /// <summary>Blobs that rows refer to; needs <see cref="BlobBudgetBytes"/>.</summary>
    /// <value>Default: false.</value>
    public bool Blobs { get; init; }

    /// <summary>Most bytes of blobs to load.</summary>
    /// <value>Default: null, which is right only without blobs.</value>
    public long? BlobBudgetBytes { get; init; }

    /// <summary>Documents for each read, from 1 to 10,000.</summary>
    /// <value>Default: null, the gateway's 1,000.</value>
    public int? PageSize { get; init; }
}
