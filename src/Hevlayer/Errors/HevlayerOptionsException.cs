namespace Hevlayer;

/// <summary>Options that cannot work; the message names each one, its value and what is allowed.</summary>
public sealed class HevlayerOptionsException : ArgumentException
{
    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">Which option, what was wrong, what is allowed.</param>
    public HevlayerOptionsException(string message)
        : base(message)
    {
    }
}
