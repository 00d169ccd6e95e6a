using System.Collections.Concurrent;

namespace Hevlayer;

/// <summary>Token sources that are reused, with their timers and registrations.</summary>
internal static class TokenSources
{
    private const int MostKept = 128;

    private static readonly ConcurrentQueue<CancellationTokenSource> Kept = new();

    public static CancellationTokenSource Take(TimeProvider clock) =>
        clock == TimeProvider.System && Kept.TryDequeue(out var source) ? source : new(Timeout.InfiniteTimeSpan, clock);

    /// <summary>Takes back a source that has no registrations any more.</summary>
    public static void Return(CancellationTokenSource source)
    {
        // What was cancelled stays so, and timers of other clocks cannot be set back.
        if (source.TryReset() && Kept.Count < MostKept)
        {
            Kept.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }
}
