using System.Collections.Concurrent;
using System.Globalization;
using Hevlayer.Workers;

namespace Hevlayer.Quickstart;

/// <summary>How far the run is: what it staged, what its worker did, and what the gateway's status said last. Thread safe.</summary>
/// <param name="worker">The worker's own figures.</param>
internal sealed class RunProgress(WorkerStatus worker) : IProgress<DrainProgress>
{
    private readonly ConcurrentQueue<string> _documents = new();
    private long _files;
    private long _staged;
    private long _passages;
    private long _removed;
    private volatile DrainProgress? _queue;

    public WorkerStatus Worker => worker;

    public long Files => Interlocked.Read(ref _files);

    public long Staged => Interlocked.Read(ref _staged);

    public long Passages => Interlocked.Read(ref _passages);

    /// <summary>
    /// Whether the run's own worker did all that was to be done, and that was nothing. What another worker did, nobody here knows.
    /// </summary>
    public bool IsWithoutWrites =>
        worker.RowsWritten + worker.RowsPatched + worker.RowsDeleted + worker.Deleted + worker.Failed == 0
        && worker.Completed >= Staged + Interlocked.Read(ref _removed);

    /// <summary>What the gateway said of the whole queue, or null while files are still staged.</summary>
    public DrainProgress? Queue => _queue;

    /// <summary>What the run is waiting for.</summary>
    public string Phase => _queue switch
    {
        null => "Staging and embedding",
        { Pending: 0, Processing: 0 } => "Waiting for the snapshot",
        _ when worker.LastClaimError is { } error => $"Claims fail ({error})",
        _ => "Embedding",
    };

    /// <summary>What the run cost, in one line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"Passages: {worker.TextsEmbedded:N0} embedded, {worker.RowsUnchanged:N0} unchanged, {worker.RowsDeleted:N0} deleted; {worker.Deleted:N0} documents of missing files deleted.");

    /// <summary>Ids of the documents that were staged.</summary>
    public IReadOnlyCollection<string> Documents => _documents;

    /// <summary>Documents of missing files were staged as deleted.</summary>
    public void DocumentsRemoved(int count) => Interlocked.Add(ref _removed, count);

    public void DocumentStaged(string id, int passages, bool isNewFile)
    {
        _documents.Enqueue(id);
        Interlocked.Add(ref _files, isNewFile ? 1 : 0);
        Interlocked.Increment(ref _staged);
        Interlocked.Add(ref _passages, passages);
    }

    /// <inheritdoc />
    public void Report(DrainProgress value) => _queue = value;
}
