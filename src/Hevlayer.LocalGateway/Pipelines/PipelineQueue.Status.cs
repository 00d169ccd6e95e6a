namespace Hevlayer.Local;

internal sealed partial class PipelineQueue
{
    private (PipelineStatus Status, long ReadAt)? _status;

    /// <summary>The counts, as old as the status cache allows.</summary>
    public PipelineStatus Status()
    {
        lock (_lock)
        {
            var now = ReturnExpired();
            if (_status is { } cached && now - cached.ReadAt < options.StatusCacheTime.Ticks)
            {
                return cached.Status;
            }

            var status = Count(now);
            _status = (status, now);
            return status;
        }
    }

    private PipelineStatus Count(long now)
    {
        var pending = _board.Count(Stages.Pending);
        return new PipelineStatus
        {
            PipelineId = definition.Id,
            Status = pending + _board.Held == 0 ? PipelineState.Idle : PipelineState.Pending,
            Counts = _board.Counts(),
            FailedReasons = _board.FailedReasons(),
            PendingCount = pending,
            ProcessingCount = _board.Held,
            FailedCount = _board.Count(Stages.Failed),
            IndexedRatePerMin = _rate.PerMinute(now),
            RateWindowSeconds = IndexedRate.WindowSeconds,
        };
    }
}
