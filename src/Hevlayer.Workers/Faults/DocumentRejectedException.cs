namespace Hevlayer.Workers;

/// <summary>
/// Thrown by a handler, a mapper or a chunker for a document that will never succeed: it fails, or its
/// message dead-lettered, without another attempt.
/// </summary>
public sealed class DocumentRejectedException : Exception
{
    /// <summary>Makes a rejection.</summary>
    /// <param name="reason">Why, in words for an operator; no text of the document.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public DocumentRejectedException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}
