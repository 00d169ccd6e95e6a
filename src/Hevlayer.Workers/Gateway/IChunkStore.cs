namespace Hevlayer.Workers;

/// <summary>Stages documents.</summary>
internal interface IChunkStore
{
    /// <summary>Replaces the chunks of a document, which is <c>pending</c> then.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <param name="mayCall">Asked before each attempt of the call; false ends it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, Func<bool> mayCall, CancellationToken cancellationToken);
}
