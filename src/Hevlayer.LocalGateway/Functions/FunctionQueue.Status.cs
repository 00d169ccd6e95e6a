namespace Hevlayer.Local;

internal sealed partial class FunctionQueue
{
    private (UdfStatus Status, long ReadAt)? _status;

    /// <summary>The counts, as old as the status cache allows.</summary>
    public UdfStatus Status()
    {
        lock (_lock)
        {
            var now = CatchUp();
            if (_status is { } cached && now - cached.ReadAt < _options.StatusCacheTime.Ticks)
            {
                return cached.Status;
            }

            var status = Count(now);
            _status = (status, now);
            return status;
        }
    }

    /// <summary>Where each row of the queue is; rows that are done are not in it.</summary>
    public IReadOnlyList<QueuedRow> States()
    {
        lock (_lock)
        {
            CatchUp();
            return [.. _board.All.Select(static item => new QueuedRow(item.Namespace, item.Id, item.Version, item.State, item.Lease?.WorkerId, item.Reason))];
        }
    }

    private UdfStatus Count(long now)
    {
        var pending = _board.Count(ItemState.Ready) + _board.Count(ItemState.Waiting);
        var held = _board.Count(ItemState.Held);
        var failed = _board.Count(ItemState.Failed);
        return new UdfStatus
        {
            UdfId = _udf.Id,
            Paused = _udf.Paused,
            ActiveNamespaces = Spec.TargetNamespaces!,
            Discovery = new UdfDiscoveryStatus { SweepsCompleted = _sweeps, LastCompletedAt = _lastSweep },
            Counts = new[] { (Name: "failed", Count: failed), (Name: "pending", Count: pending), (Name: "processing", Count: held) }
                .Where(state => state.Count > 0)
                .ToDictionary(state => state.Name, state => (long)state.Count, StringComparer.Ordinal),
            PendingCount = pending,
            ProcessingCount = held,
            FailedCount = failed,
            IndexedRatePerMin = _rate.PerMinute(now),
            RateWindowSeconds = IndexedRate.WindowSeconds,
        };
    }
}
