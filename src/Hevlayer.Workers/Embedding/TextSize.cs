namespace Hevlayer.Workers;

/// <summary>How large a text is for a batch.</summary>
/// <param name="Bytes">Bytes of UTF-8.</param>
/// <param name="Tokens">Tokens, counted or estimated.</param>
internal readonly record struct TextSize(long Bytes, long Tokens)
{
    private const int BytesPerToken = 4;

    /// <summary>Tokens of a text that nobody counts: about right for English.</summary>
    public static long Estimate(long bytes) => (bytes + BytesPerToken - 1) / BytesPerToken;
}
