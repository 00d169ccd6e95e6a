namespace Hevlayer.Workers;

/// <summary>
/// The calls of one worker to one pipeline: the only way in which workers that claim reach the gateway. Calls under a lease
/// ask before each attempt whether it still holds, the client's own retries included.
/// </summary>
internal interface IPipelineGateway : IChunkStore
{
    /// <summary>Claims documents for a holder; none when there is nothing to do.</summary>
    Task<IReadOnlyList<string>> ClaimAsync(int limit, string holder, CancellationToken cancellationToken);

    Task<IReadOnlyList<Chunk>> GetChunksAsync(string documentId, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Chunks of a document that is perhaps somebody else's.</summary>
    Task<IReadOnlyList<Chunk>> LookAtChunksAsync(string documentId, CancellationToken cancellationToken) =>
        GetChunksAsync(documentId, static () => true, cancellationToken);

    /// <summary>Those of the rows that are there, as they are at this moment.</summary>
    Task<IReadOnlyList<PresentRow>> FindRowsAsync(IReadOnlyList<string> rowIds, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>
    /// The rows that documents have in the target namespace, in the order of their ids. What was written recently may be
    /// missing while the index of the namespace catches up.
    /// </summary>
    Task<IReadOnlyList<PresentRow>> ListRowsAsync(IReadOnlyList<string> documentIds, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>
    /// Writes rows of one document or more, each once, to the target namespace. A row that is there with a newer version stays.
    /// </summary>
    /// <returns>How many rows were written or patched; null where the gateway does not say.</returns>
    Task<long?> WriteRowsAsync(IReadOnlyList<RowWrite> writes, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Marks rows of documents that were completed; one that has another version by now stays as it is.</summary>
    Task MarkCompletedAsync(IReadOnlyList<RowMark> marks, CancellationToken cancellationToken);

    /// <summary>The versions of those rows that are there; 0 for a row without one.</summary>
    Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<string> rowIds, CancellationToken cancellationToken);

    /// <summary>Deletes the rows of a document that have one version.</summary>
    Task DeleteVersionAsync(string documentId, long version, CancellationToken cancellationToken);

    /// <summary>
    /// The newest version of a document's rows; 0 when none is listed, which may be because it was written recently, and null
    /// when nothing was ever written to the target namespace.
    /// </summary>
    Task<long?> NewestVersionAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>Deletes the rows of a document that have an older version.</summary>
    Task DeleteOlderAsync(string documentId, long version, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Writes rows and sets the document <c>indexed</c>, whoever holds it.</summary>
    Task PutVectorsAsync(string documentId, IReadOnlyList<VectorEntry> vectors, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Renews leases of one holder and gives the number of those that are still its own.</summary>
    Task<long> HeartbeatAsync(IReadOnlyList<string> documentIds, string holder, CancellationToken cancellationToken);

    /// <summary>Moves documents that the holder holds, and tells how many it did hold.</summary>
    Task<MoveReply> MoveAsync(IReadOnlyList<string> documentIds, DocumentStage stage, string holder, Func<bool> mayCall, CancellationToken cancellationToken);

    /// <summary>Moves documents that are in a stage, whoever brought them there, and tells how many were.</summary>
    Task<long> MoveFromAsync(IReadOnlyList<string> documentIds, DocumentStage from, DocumentStage stage, CancellationToken cancellationToken);
}
