namespace Hevlayer.Indexer.Tests;

/// <summary>Waits for what other processes do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until it holds, or for a minute.</summary>
    public static Task HoldsAsync(Func<bool> look, Func<string> otherwise, CancellationToken cancellationToken) =>
        HoldsAsync(() => Task.FromResult(look()), otherwise, cancellationToken);

    /// <summary>Looks until it holds, or for a minute.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> look, Func<string> otherwise, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await look())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Limit, otherwise());
            await PauseAsync(Interval, cancellationToken);
        }
    }

    public static Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, TimeProvider.System, cancellationToken);
}
