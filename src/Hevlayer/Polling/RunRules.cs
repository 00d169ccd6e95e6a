namespace Hevlayer;

/// <summary>Decides whether a snapshot is the one of a run.</summary>
internal static class RunRules
{
    /// <summary>
    /// A snapshot is the run's when its watermark is not before the last write. A last write from before the run is not
    /// accepted at once, because it may be outdated; after the grace time the run counts as one that wrote nothing.
    /// </summary>
    public static bool IsFinal(long watermarkMs, DateTimeOffset? lastWrite, DateTimeOffset started, bool graceIsOver)
    {
        var startedMs = started.ToUnixTimeMilliseconds();
        if (lastWrite is not { } write)
        {
            return watermarkMs >= startedMs;
        }

        var writeMs = write.ToUnixTimeMilliseconds();
        return watermarkMs >= writeMs && (writeMs >= startedMs || watermarkMs >= startedMs || graceIsOver);
    }

    /// <summary>Whether the last write is one of the run, as far as is known; in milliseconds, as the gateway counts.</summary>
    public static bool? HasWrites(DateTimeOffset? lastWrite, DateTimeOffset started) =>
        lastWrite is { } write ? write.ToUnixTimeMilliseconds() >= started.ToUnixTimeMilliseconds() : null;
}
