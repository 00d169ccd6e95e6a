using System.Collections.Concurrent;

namespace Hevlayer.Local;

/// <summary>Jobs that were asked for by name of field. They are done when they are made. Thread safe.</summary>
internal sealed class SnapshotJobs(TimeProvider clock)
{
    private readonly ConcurrentQueue<SnapshotJob> _jobs = new();
    private long _last;

    public SnapshotJob Add(NamespaceView view, string field, SnapshotSource source, string sha)
    {
        var job = new SnapshotJob
        {
            Id = $"snapshot-{Interlocked.Increment(ref _last)}",
            Namespace = view.Name,
            Status = JobStatus.Completed,
            Progress = 1,
            DocumentsScanned = view.Rows.Length,
            StableAsOf = view.Freshness.Watermark,
            CreatedAt = JobTime.Now(clock),
            CompletedAt = JobTime.Now(clock),
            Field = field,
            Source = source,
            EffectiveSource = SnapshotSource.Origin,
            Sha = sha,
        };
        _jobs.Enqueue(job);
        return job;
    }

    public IEnumerable<SnapshotJob> Of(string name) =>
        _jobs.Where(job => string.Equals(job.Namespace, name, StringComparison.Ordinal));
}
