namespace Hevlayer.Workers;

/// <summary>Makes the content of a document from a message.</summary>
/// <typeparam name="TMessage">What the body of the message was read into.</typeparam>
public interface IDocumentMapper<TMessage>
{
    /// <summary>
    /// Makes the content. The same message may come again, and from the same message must come the same content. An
    /// exception is a failure of this message alone: it comes back after a pause, and is dead-lettered after
    /// <see cref="SourceRetryOptions.MaxAttempts"/>. <see cref="DocumentRejectedException"/> dead-letters it at once.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the content is no longer wanted: the message is lost, the time for it is over
    /// (<see cref="SourceWorkerOptions.HandlerTimeout"/>), or the worker is at the end of its shutdown. Pass it on.
    /// </param>
    /// <returns>The content; null for a message that nothing is to be staged for. It is acknowledged then.</returns>
    Task<SourceDocument?> MapAsync(SourceMessage<TMessage> message, CancellationToken cancellationToken);
}
