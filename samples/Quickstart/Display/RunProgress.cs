namespace Hevlayer.Quickstart;

/// <summary>How far the run is: what this process did, and what the gateway's status said last.</summary>
internal sealed class RunProgress : IProgress<DrainProgress>
{
    private readonly Lock _lock = new();
    private ProgressSnapshot _now = new();

    /// <summary>The figures of this moment.</summary>
    public ProgressSnapshot Read()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public void FileRead() => Change(now => now with { Files = now.Files + 1 });

    public void DocumentStaged(int passages) =>
        Change(now => now with { Staged = now.Staged + 1, Passages = now.Passages + passages });

    public void StagingEnded() => Change(now => now with { IsStaging = false });

    public void Claimed(int documents) => Change(now => now with { IsIdle = documents == 0 });

    public void DocumentIndexed() => Change(now => now with { Indexed = now.Indexed + 1 });

    public void DocumentFailed(string reason) =>
        Change(now => now with { FirstFailure = now.FirstFailure ?? reason });

    public void LeaseLost() => Change(now => now with { LeasesLost = now.LeasesLost + 1 });

    /// <inheritdoc />
    public void Report(DrainProgress value) => Change(now => now with { Queue = value });

    private void Change(Func<ProgressSnapshot, ProgressSnapshot> change)
    {
        lock (_lock)
        {
            _now = change(_now);
        }
    }
}
