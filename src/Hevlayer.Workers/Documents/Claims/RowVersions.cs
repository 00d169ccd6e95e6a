namespace Hevlayer.Workers;

/// <summary>
/// Versions of rows, by the time at which their chunks were read. They come from the wall clock of the start and a clock
/// that never jumps: somebody may set the wall clock back. Thread safe.
/// </summary>
internal sealed class RowVersions(TimeProvider clock, Random random)
{
    // The places below a millisecond tell two workers apart that read in the same one.
    private const long PerMillisecond = 1024;

    private readonly Lock _lock = new();
    private readonly long _began = clock.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly long _started = clock.GetTimestamp();
    private long _last;

    /// <summary>A version above all that this worker has used.</summary>
    public long Next()
    {
        var milliseconds = _began + (long)clock.GetElapsedTime(_started).TotalMilliseconds;
        lock (_lock)
        {
            return _last = Math.Max(_last + 1, (milliseconds * PerMillisecond) + (long)(random.NextDouble() * PerMillisecond));
        }
    }

    /// <summary>A version above one that was found in the index, too.</summary>
    public long Above(long found)
    {
        lock (_lock)
        {
            // Two workers that found the same one must not take the same.
            return _last = Math.Max(_last, found) + 1 + (long)(random.NextDouble() * PerMillisecond);
        }
    }
}
