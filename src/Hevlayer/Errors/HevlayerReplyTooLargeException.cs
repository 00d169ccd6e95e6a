namespace Hevlayer;

/// <summary>
/// A reply that has more bytes, decoded, than <see cref="HevlayerClientOptions.MaxReplyBytes"/>, or a blob of more than
/// 10 MiB. Reading stopped there; a retry would give the same.
/// </summary>
public sealed class HevlayerReplyTooLargeException : HevlayerException
{
    internal HevlayerReplyTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>The limit, in bytes.</summary>
    public required long Limit { get; init; }
}
