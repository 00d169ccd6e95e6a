namespace Hevlayer.Protocol;

/// <summary>Where a document is, as the gateway knows it.</summary>
internal enum Stage
{
    /// <summary>Nobody has staged it.</summary>
    None,

    Pending,

    /// <summary>Claimed by a worker, under a lease.</summary>
    Embedding,

    Indexed,

    Failed,
}
