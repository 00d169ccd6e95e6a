namespace Hevlayer;

/// <summary>
/// A call or a wait did not end within its time. When the last attempt or poll before had failed, the message names that
/// failure by status and code, and <see cref="Exception.InnerException"/> is it.
/// </summary>
public sealed class HevlayerTimeoutException : HevlayerException
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What went wrong and what can be done.</param>
    /// <param name="innerException">What caused it, if anything.</param>
    public HevlayerTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
