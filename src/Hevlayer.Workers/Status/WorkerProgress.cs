namespace Hevlayer.Workers;

/// <summary>What a worker notes of its own work, for its decisions and for <see cref="WorkerStatus"/>. Thread safe.</summary>
internal sealed class WorkerProgress(TimeProvider clock)
{
    private const int MostRecentFailures = 100;

    private readonly Lock _lock = new();
    private readonly Queue<FailedDocument> _recentFailures = new();
    private long _taken;
    private long _completed;
    private long _skipped;
    private long _deleted;
    private long _failed;
    private long _leasesLost;
    private long _released;
    private int _abandoned;
    private int _failureStreak;
    private long _failedAttempts;
    private long _lastSign = clock.GetTimestamp();
    private int _state;

    public WorkerState State
    {
        get => (WorkerState)Volatile.Read(ref _state);
        set => Volatile.Write(ref _state, (int)value);
    }

    public long Taken => Volatile.Read(ref _taken);

    public long Completed => Volatile.Read(ref _completed);

    public long Skipped => Volatile.Read(ref _skipped);

    public long Deleted => Volatile.Read(ref _deleted);

    public long Failed => Volatile.Read(ref _failed);

    public long LeasesLost => Volatile.Read(ref _leasesLost);

    public long Released => Volatile.Read(ref _released);

    /// <summary>What became of rows.</summary>
    public RowCounts Rows { get; } = new();

    /// <summary>What the time goes to.</summary>
    public StageTimes Times { get; } = new();

    /// <summary>Attempts that failed, all in all.</summary>
    public long FailedAttempts => Volatile.Read(ref _failedAttempts);

    public int Abandoned => Volatile.Read(ref _abandoned);

    public int FailureStreak => Volatile.Read(ref _failureStreak);

    public TimeSpan SinceLastSign => clock.GetElapsedTime(Volatile.Read(ref _lastSign));

    public string? LastTakeError { get; private set; }

    public IReadOnlyList<FailedDocument> RecentFailures
    {
        get
        {
            lock (_lock)
            {
                return [.. _recentFailures];
            }
        }
    }

    /// <summary>The loop that takes items has moved on.</summary>
    public void LoopMoved() => Volatile.Write(ref _lastSign, clock.GetTimestamp());

    public void TakeSucceeded(int items)
    {
        LastTakeError = null;
        Interlocked.Add(ref _taken, items);
    }

    public void TakeFailed(string error) => LastTakeError = error;

    public void ItemCompleted()
    {
        Interlocked.Increment(ref _completed);
        Volatile.Write(ref _failureStreak, 0);
    }

    public void ItemsCompleted(long items)
    {
        Interlocked.Add(ref _completed, items);
        Volatile.Write(ref _failureStreak, 0);
    }

    public void ItemSkipped()
    {
        Interlocked.Increment(ref _skipped);
        Volatile.Write(ref _failureStreak, 0);
    }

    public void ItemDeleted() => Interlocked.Increment(ref _deleted);

    public void AttemptFailed() => Interlocked.Increment(ref _failureStreak);

    /// <summary>An attempt at an item has failed, for whatever reason but a lost lease or the end of the worker.</summary>
    public void AttemptEnded() => Interlocked.Increment(ref _failedAttempts);

    /// <summary>The generator has embedded a batch.</summary>
    public void Embedded(EmbeddedBatch batch)
    {
        Rows.AddBatch(batch);
        Times.Add(WorkStage.Embed, batch.Time);
    }

    public void LeaseLost() => Interlocked.Increment(ref _leasesLost);

    public void ItemsReleased(long items) => Interlocked.Add(ref _released, items);

    public void ItemFailed(FailedDocument item)
    {
        Interlocked.Increment(ref _failed);
        lock (_lock)
        {
            if (_recentFailures.Count == MostRecentFailures)
            {
                _recentFailures.Dequeue();
            }

            _recentFailures.Enqueue(item);
        }
    }

    /// <summary>Counts work that goes on although it was cancelled, until it ends.</summary>
    public void Abandon(Task work)
    {
        Interlocked.Increment(ref _abandoned);
        _ = work.ContinueWith(
            static (ended, progress) =>
            {
                // Read, so that it is not reported as unobserved.
                _ = ended.Exception;
                Interlocked.Decrement(ref ((WorkerProgress)progress!)._abandoned);
            },
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
