namespace Hevlayer.Workers;

/// <summary>
/// A queue, or anything else, that documents come from. The worker calls it from many threads at the same time, each message
/// by one call at a time. The worker retries a call that fails after a pause; when the message is no longer held, because
/// its time is over or somebody else has received it, the source throws <see cref="MessageLostException"/>.
/// </summary>
/// <typeparam name="TMessage">What the bodies of its messages are read into.</typeparam>
public interface IDocumentSource<TMessage>
{
    /// <summary>
    /// Receives messages, the oldest first. It may wait for some to come, as a long poll does, but not without an end: it is
    /// given up after half of <see cref="SourceWorkerOptions.LivenessLimit"/>. A body that cannot be read is no error of the
    /// call: see <see cref="SourceMessage{TMessage}.Problem"/>.
    /// </summary>
    /// <param name="context">How many, and until when it is worth waiting.</param>
    /// <param name="cancellationToken">
    /// Cancelled when the call takes too long, or the drain time of a worker that ends is over. Until then it is left alone:
    /// messages that are on their way to a call that was given up would be held for nobody.
    /// </param>
    /// <returns>The messages, at most as many as asked for; none when none came.</returns>
    Task<IReadOnlyList<SourceMessage<TMessage>>> ReceiveAsync(ReceiveContext context, CancellationToken cancellationToken);

    /// <summary>Removes a message from the source, because its document is staged or not wanted. Idempotent.</summary>
    /// <param name="message">A message that this source gave.</param>
    /// <param name="cancellationToken">Cancelled when the call takes too long or the result no longer counts.</param>
    /// <exception cref="MessageLostException">The message is no longer ours.</exception>
    Task AcknowledgeAsync(SourceMessage<TMessage> message, CancellationToken cancellationToken);

    /// <summary>Returns a message to the source, to be received again or to go to the dead letters with its reason.
    /// Idempotent.</summary>
    /// <param name="message">A message that this source gave.</param>
    /// <param name="rejection">Why, and what becomes of it.</param>
    /// <param name="cancellationToken">Cancelled when the call takes too long or the result no longer counts.</param>
    /// <exception cref="MessageLostException">The message is no longer ours.</exception>
    Task RejectAsync(SourceMessage<TMessage> message, Rejection rejection, CancellationToken cancellationToken);

    /// <summary>
    /// Holds a message longer. Called for messages with a <see cref="SourceMessage{TMessage}.Lease"/> alone.
    /// </summary>
    /// <param name="message">A message that this source gave.</param>
    /// <param name="by">How long from now on nobody else may get it.</param>
    /// <param name="cancellationToken">Cancelled when the call takes too long or the result no longer counts.</param>
    /// <exception cref="MessageLostException">The message is no longer ours.</exception>
    Task ExtendAsync(SourceMessage<TMessage> message, TimeSpan by, CancellationToken cancellationToken);
}
