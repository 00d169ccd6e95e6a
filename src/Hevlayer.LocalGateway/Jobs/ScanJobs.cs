using System.Collections.Concurrent;

namespace Hevlayer.Local;

/// <summary>Scans of a gateway, kept in memory until they are deleted. Thread safe.</summary>
internal sealed class ScanJobs
{
    private readonly ConcurrentDictionary<(string Namespace, string Id), StoredScan> _scans = new();
    private long _last;

    public string NextId() => $"scan-{Interlocked.Increment(ref _last):d8}";

    public void Add(StoredScan scan) => _scans[(scan.Job.Namespace, scan.Job.Id)] = scan;

    public StoredScan Require(string name, string id) =>
        _scans.TryGetValue((name, id), out var scan) ? scan : throw Unknown(id);

    public void Delete(string name, string id)
    {
        if (!_scans.TryRemove((name, id), out _))
        {
            throw Unknown(id);
        }
    }

    public IEnumerable<ScanJob> Of(string name) =>
        _scans.Values.Select(scan => scan.Job)
            .Where(job => string.Equals(job.Namespace, name, StringComparison.Ordinal))
            .OrderBy(job => job.Id, StringComparer.Ordinal);

    private static GatewayFault Unknown(string id) => GatewayFault.NotFound($"scan '{id}' not found");
}
