namespace Hevlayer.Local;

/// <summary>When a namespace is stable and up to which write time it is then known to be complete. Times are epoch milliseconds.</summary>
internal static class WatermarkRule
{
    /// <summary>How far the watermark stays behind the start of the poll that found the index caught up.</summary>
    public const long BehindPollMs = 500;

    /// <summary>How often the watcher looks at a namespace that is stable.</summary>
    public const long StablePollMs = 60_000;

    /// <summary>The watermark of the latest poll that found the index caught up with the last write; null while none has.</summary>
    public static long? At(long lastWriteMs, long lagMs, long nowMs)
    {
        var stableAt = lastWriteMs + lagMs;
        if (nowMs < stableAt)
        {
            return null;
        }

        var latestPoll = stableAt + ((nowMs - stableAt) / StablePollMs * StablePollMs);
        return Math.Max(latestPoll - BehindPollMs, lastWriteMs);
    }
}
