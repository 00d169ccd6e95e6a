namespace Hevlayer.Workers;

/// <summary>How much goes into one batch.</summary>
/// <param name="Items">Most texts.</param>
/// <param name="Bytes">Most bytes of UTF-8.</param>
/// <param name="Tokens">Most tokens.</param>
internal sealed record BatchLimits(int Items, long Bytes, long Tokens)
{
    public static BatchLimits Of(EmbeddingOptions options) =>
        new(options.MaxBatchItems, options.MaxBatchBytes, options.MaxBatchTokens ?? long.MaxValue);
}
