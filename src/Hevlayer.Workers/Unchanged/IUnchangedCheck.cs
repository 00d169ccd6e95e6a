namespace Hevlayer.Workers;

/// <summary>Tells whether a document need not be staged.</summary>
internal interface IUnchangedCheck
{
    /// <summary>True when the index has what the chunks say, and nothing else was staged since.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="DocumentRejectedException">A chunk has no text.</exception>
    /// <exception cref="HevlayerException">A call failed.</exception>
    Task<bool> IsUnchangedAsync(string documentId, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken);
}
