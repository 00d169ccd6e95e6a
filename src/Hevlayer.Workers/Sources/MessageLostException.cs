namespace Hevlayer.Workers;

/// <summary>
/// Thrown by a source for a message that the worker no longer holds: its time is over, or somebody else has received or
/// settled it.
/// The work on it ends, and nothing more is done with it.
/// </summary>
public sealed class MessageLostException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What the source said.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public MessageLostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
