namespace Hevlayer;

/// <summary>Waits for the workers of a function.</summary>
internal static class FunctionWait
{
    /// <summary>Waits until a status says that it is over.</summary>
    /// <param name="scope">Makes the calls.</param>
    /// <param name="functionId">The function.</param>
    /// <param name="options">Pauses and limit, checked.</param>
    /// <param name="isOver">Whether it is over, by a status and by the time from the start of the wait until it was asked for.</param>
    /// <param name="progress">Told at each poll.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public static async Task<UdfStatus> RunAsync(ClientScope scope, string functionId, JobWaitOptions options, Func<UdfStatus, TimeSpan, bool> isOver, IProgress<FunctionProgress>? progress, CancellationToken cancellationToken)
    {
        var loop = new PollLoop(scope.Clock, options.FirstInterval, options.Timeout, options.FailureTolerance, options.MaxInterval);
        UdfStatus? last = null;
        return await loop.UntilAsync(
            async token =>
            {
                var askedAfter = loop.Elapsed;
                last = await scope.Api.GetUdfStatusAsync(functionId, options: scope.Call, cancellationToken: token).ConfigureAwait(false);
                progress?.Report(Progress(last, loop.Elapsed));
                return isOver(last, askedAfter) ? last : null;
            },
            () => last is null
                ? $"the gateway gave no status of the function '{functionId}'."
                : FormattableString.Invariant($"the function '{functionId}' is not done: {last.PendingCount} rows pending, {last.ProcessingCount} held, {last.FailedCount} failed{(last.Paused ? ", and it is paused" : string.Empty)}."),
            cancellationToken).ConfigureAwait(false);
    }

    public static bool IsDone(UdfStatus status) => status is { PendingCount: 0, ProcessingCount: 0 };

    private static FunctionProgress Progress(UdfStatus status, TimeSpan elapsed) => new()
    {
        Pending = status.PendingCount,
        Processing = status.ProcessingCount,
        Failed = status.FailedCount,
        SweepsCompleted = status.Discovery.SweepsCompleted,
        Paused = status.Paused,
        RowsPerMinute = status.IndexedRatePerMin,
        TimeLeft = TimeLeft(status.PendingCount + status.ProcessingCount, status.IndexedRatePerMin),
        Elapsed = elapsed,
    };

    private static TimeSpan? TimeLeft(long open, double perMinute)
    {
        if (open == 0)
        {
            return TimeSpan.Zero;
        }

        var minutes = open / perMinute;
        return perMinute > 0 && minutes < TimeSpan.MaxValue.TotalMinutes ? TimeSpan.FromMinutes(minutes) : null;
    }
}
