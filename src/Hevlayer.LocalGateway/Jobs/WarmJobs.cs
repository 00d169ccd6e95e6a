using System.Collections.Concurrent;

namespace Hevlayer.Local;

/// <summary>Warm jobs of a gateway. A job says that it runs in the reply that starts it; whoever asks later finds it done. Thread safe.</summary>
internal sealed class WarmJobs(TimeProvider clock)
{
    private readonly ConcurrentQueue<WarmJob> _done = new();
    private long _last;

    public WarmJob Start(NamespaceView view)
    {
        var started = new WarmJob
        {
            Id = $"warm-{Interlocked.Increment(ref _last)}",
            Namespace = view.Name,
            Status = JobStatus.Running,
            Progress = 0,
            DocumentsScanned = 0,
            StableAsOf = view.Freshness.Watermark,
            CreatedAt = JobTime.Now(clock),
        };
        _done.Enqueue(started with { Status = JobStatus.Completed, Progress = 1, DocumentsScanned = view.Rows.Length, CompletedAt = JobTime.Now(clock) });
        return started;
    }

    public IEnumerable<WarmJob> Of(string name) => _done.Where(job => string.Equals(job.Namespace, name, StringComparison.Ordinal));

    public WarmJob Require(string name, string id) =>
        Of(name).FirstOrDefault(job => string.Equals(job.Id, id, StringComparison.Ordinal)) ?? throw GatewayFault.NotFound($"warm job '{id}' not found");
}
