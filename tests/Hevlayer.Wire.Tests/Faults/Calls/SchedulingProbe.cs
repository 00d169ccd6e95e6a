using System.Diagnostics;

namespace Hevlayer.Wire.Tests.Faults;

/// <summary>
/// Measures how late a bare timer fires on this machine while a test runs, and what follows it over a number of hops of the
/// thread pool, as from the timer of a deadline to the caller. A deadline cannot be kept better than that, by any client.
/// </summary>
internal sealed class SchedulingProbe : IAsyncDisposable
{
    private const int Hops = 16;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(15);

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private long _worstTicks;

    public SchedulingProbe() => _loop = MeasureAsync();

    public TimeSpan WorstDelay => TimeSpan.FromTicks(Volatile.Read(ref _worstTicks));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task MeasureAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.Delay(Interval, CancellationToken.None);
            for (var hop = 0; hop < Hops; hop++)
            {
                await Task.Yield();
            }

            var late = Stopwatch.GetElapsedTime(started) - Interval;
            Volatile.Write(ref _worstTicks, Math.Max(_worstTicks, late.Ticks));
        }
    }
}
