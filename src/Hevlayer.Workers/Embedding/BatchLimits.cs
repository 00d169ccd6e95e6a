namespace Hevlayer.Workers;

/// <summary>How much goes into one batch.</summary>
/// <param name="Items">Most texts.</param>
/// <param name="Bytes">Most bytes of UTF-8.</param>
/// <param name="Tokens">Most tokens.</param>
internal sealed record BatchLimits(int Items, long Bytes, long Tokens)
{
    private const int BatchesPerMinute = 6;

    /// <summary>Tokens above which a batch takes no other text; one text alone may have more.</summary>
    public long UsualTokens { get; init; } = long.MaxValue;

    // What takes more of a provider's quota at once than it ever saves up would be refused for ever.
    public static BatchLimits Of(EmbeddingOptions options) =>
        new(options.MaxBatchItems, options.MaxBatchBytes, options.MaxBatchTokens ?? long.MaxValue)
        {
            UsualTokens = options.Budget.TokensPerMinute is { } tokens ? Math.Max(1, tokens / BatchesPerMinute) : long.MaxValue,
        };
}
