namespace Hevlayer.Workers;

/// <summary>Decides what goes into the next batch.</summary>
internal static class BatchPacker
{
    /// <summary>
    /// How many of the waiting texts, taken from the first on, fit into one batch, and whether it is full: whether the next
    /// text no longer fits, or the last limit is reached exactly.
    /// </summary>
    /// <param name="waiting">Sizes of the texts, each within the limits by itself.</param>
    /// <param name="limits">The limits.</param>
    public static (int Count, bool IsFull) Pack(IEnumerable<TextSize> waiting, BatchLimits limits)
    {
        var count = 0;
        long bytes = 0;
        long tokens = 0;
        foreach (var text in waiting)
        {
            if (count == limits.Items || text.Bytes > limits.Bytes - bytes || text.Tokens > limits.Tokens - tokens
                || (count > 0 && text.Tokens > limits.UsualTokens - tokens))
            {
                return (count, true);
            }

            count++;
            bytes += text.Bytes;
            tokens += text.Tokens;
        }

        return (count, count == limits.Items || bytes == limits.Bytes || tokens == limits.Tokens);
    }

    /// <summary>How full a batch is, from 0 to 1, by the limit it is closest to.</summary>
    public static double Fill(IReadOnlyCollection<TextSize> batch, BatchLimits limits) => Math.Max(
        (double)batch.Count / limits.Items,
        Math.Max(
            (double)batch.Sum(static text => text.Bytes) / limits.Bytes,
            (double)batch.Sum(static text => text.Tokens) / limits.Tokens));

    /// <summary>What is wrong with a text that fits into no batch; null when it fits.</summary>
    public static string? Problem(TextSize text, BatchLimits limits) => text switch
    {
        _ when text.Bytes > limits.Bytes => $"has {text.Bytes} bytes, and a batch takes at most {limits.Bytes}",
        _ when text.Tokens > limits.Tokens => $"has {text.Tokens} tokens, and a batch takes at most {limits.Tokens}",
        _ => null,
    };
}
