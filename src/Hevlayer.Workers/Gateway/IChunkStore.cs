namespace Hevlayer.Workers;

/// <summary>Where documents are staged.</summary>
internal interface IChunkStore
{
    /// <summary>Replaces the chunks of a document, which is <c>pending</c> then.</summary>
    Task PutChunksAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken);
}
