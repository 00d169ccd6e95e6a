namespace Hevlayer.Workers;

/// <summary>What a worker has done and how it is. All figures count from its start. Thread safe.</summary>
public sealed class WorkerStatus
{
    private const int MostRecentFailures = 100;
    private const long TypicalDocument = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<FailedDocument> _recentFailures = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _livenessLimit;
    private long _claimed;
    private long _settled;
    private long _failed;
    private long _lostLeases;
    private long _released;
    private long _skipped;
    private long _expectedSize = TypicalDocument;
    private long _vectorBytes;
    private int _abandoned;
    private int _failureStreak;
    private long _lastSign;
    private int _state;

    internal WorkerStatus(string name, string pipelineId, TimeSpan livenessLimit, TimeProvider clock)
    {
        Name = name;
        PipelineId = pipelineId;
        _livenessLimit = livenessLimit;
        _clock = clock;
        _lastSign = clock.GetTimestamp();
    }

    /// <summary>Name of the worker; empty for the unnamed one that claims, <c>source</c> for the unnamed one that receives.</summary>
    public string Name { get; }

    /// <summary>The pipeline it works for.</summary>
    public string PipelineId { get; }

    /// <summary>Where it is in its life.</summary>
    public WorkerState State
    {
        get => (WorkerState)Volatile.Read(ref _state);
        internal set => Volatile.Write(ref _state, (int)value);
    }

    /// <summary>Documents it has claimed, or messages it has received.</summary>
    public long Claimed => Volatile.Read(ref _claimed);

    /// <summary>Documents it has indexed, staged or moved on.</summary>
    public long Completed => Volatile.Read(ref _settled);

    /// <summary>Messages it has passed over, because nothing was to be staged for them; a worker that claims has none.</summary>
    public long Skipped => Volatile.Read(ref _skipped);

    /// <summary>Documents it has set aside as failed, or messages it has put aside.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Documents or messages whose lease it lost while it worked on them.</summary>
    public long LeasesLost => Volatile.Read(ref _lostLeases);

    /// <summary>Documents or messages it has handed back because it ended.</summary>
    public long Released => Volatile.Read(ref _released);

    /// <summary>Handlers that went on after they were cancelled and are still going on.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>What it is called in logs and reports.</summary>
    internal string DisplayName => Name.Length > 0 ? Name : "default";

    /// <summary>Attempts that failed since the last document that succeeded.</summary>
    public int FailureStreak => Volatile.Read(ref _failureStreak);

    /// <summary>Time since the loop last showed a sign of life.</summary>
    public TimeSpan SinceLastSign => _clock.GetElapsedTime(Volatile.Read(ref _lastSign));

    /// <summary>
    /// Whether the worker should run and its loop has shown no sign of life for
    /// <see cref="DocumentWorkerOptions.LivenessLimit"/> or <see cref="SourceWorkerOptions.LivenessLimit"/>.
    /// </summary>
    public bool IsStuck => State == WorkerState.Running && SinceLastSign > _livenessLimit;

    /// <summary>The last failure of a claim or a receive; null when the last one succeeded. Holds no key and no text of a document.</summary>
    public string? LastClaimError { get; private set; }

    /// <summary>The last 100 documents that were set aside, the oldest first.</summary>
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

    /// <summary>How large the next document is taken for before it is read.</summary>
    internal long ExpectedSize => Volatile.Read(ref _expectedSize);

    /// <summary>Bytes that the vectors of so many chunks are expected to take.</summary>
    internal long ExpectedVectors(int chunks) => chunks * Volatile.Read(ref _vectorBytes);

    /// <summary>Takes note of how many bytes the vector of a chunk takes.</summary>
    internal void ExpectVectors(long bytes) => Volatile.Write(ref _vectorBytes, bytes);

    internal void ShowSign() => Volatile.Write(ref _lastSign, _clock.GetTimestamp());

    internal void ClaimSucceeded(int documents)
    {
        LastClaimError = null;
        Interlocked.Add(ref _claimed, documents);
    }

    internal void ClaimFailed(string error) => LastClaimError = error;

    internal void Settled()
    {
        Interlocked.Increment(ref _settled);
        Volatile.Write(ref _failureStreak, 0);
    }

    internal void Skip()
    {
        Interlocked.Increment(ref _skipped);
        Volatile.Write(ref _failureStreak, 0);
    }

    internal void AttemptFailed() => Interlocked.Increment(ref _failureStreak);

    internal void LostLease() => Interlocked.Increment(ref _lostLeases);

    internal void HandedBack(long documents) => Interlocked.Add(ref _released, documents);

    internal void SetAside(FailedDocument document)
    {
        Interlocked.Increment(ref _failed);
        lock (_lock)
        {
            if (_recentFailures.Count == MostRecentFailures)
            {
                _recentFailures.Dequeue();
            }

            _recentFailures.Enqueue(document);
        }
    }

    internal void Abandon(Task work)
    {
        Interlocked.Increment(ref _abandoned);
        _ = work.ContinueWith(
            static (ended, status) =>
            {
                // Looked at, so that it is not reported as unobserved.
                _ = ended.Exception;
                Interlocked.Decrement(ref ((WorkerStatus)status!)._abandoned);
            },
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    internal void SawDocument(long size)
    {
        var expected = ExpectedSize;
        for (long before; (before = Interlocked.CompareExchange(ref _expectedSize, ChunkSize.Expect(expected, size), expected)) != expected;)
        {
            expected = before;
        }
    }
}
