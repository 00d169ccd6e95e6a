namespace Hevlayer.Workers;

/// <summary>Does the work on one claimed document.</summary>
public interface IDocumentHandler
{
    /// <summary>
    /// Works on a document and says what becomes of it; the worker then does that, and renews the lease until it is done.
    /// An exception is a failure of this document alone: it is retried after a pause, and failed after
    /// <see cref="DocumentRetryOptions.MaxAttempts"/>. <see cref="DocumentRejectedException"/> fails it at once. The
    /// same document may come again after a crash, so the work must be idempotent.
    /// </summary>
    /// <param name="document">The document, its chunks and why the work may have to end.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the result is no longer wanted: the lease is lost, the time of the handler is over
    /// (<see cref="DocumentWorkerOptions.HandlerTimeout"/>), or the worker is at the end of its shutdown. Pass it on.
    /// </param>
    /// <returns>What becomes of the document.</returns>
    Task<DocumentOutcome> HandleAsync(DocumentContext document, CancellationToken cancellationToken);
}
