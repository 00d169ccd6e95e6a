namespace Hevlayer;

/// <summary>The gateway could not be reached, or the connection broke before the reply was complete.</summary>
public sealed class HevlayerConnectionException : HevlayerException
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong and what can be done.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public HevlayerConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
