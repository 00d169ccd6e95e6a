namespace Hevlayer.Workers;

/// <summary>The work that is under way, and the documents that were left to be handed back. Thread safe.</summary>
internal sealed class RunningDocuments(WorkerParts parts)
{
    private readonly Lock _lock = new();
    private readonly List<HeldDocument> _left = [];
    private int _running;

    /// <summary>Set when a run has ended.</summary>
    public Signal Ended { get; } = new();

    public int Count => Volatile.Read(ref _running);

    public void Start(IReadOnlyList<HeldDocument> documents)
    {
        Interlocked.Add(ref _running, documents.Count);
        foreach (var document in documents)
        {
            _ = RunAsync(new DocumentRun(parts, document));
        }
    }

    /// <summary>Takes the documents that were left since the last time.</summary>
    public IReadOnlyList<HeldDocument> TakeLeft()
    {
        lock (_lock)
        {
            HeldDocument[] left = [.. _left];
            _left.Clear();
            return left;
        }
    }

    private async Task RunAsync(DocumentRun run)
    {
        await run.RunAsync();
        if (run.IsLeft)
        {
            lock (_lock)
            {
                _left.Add(run.Document);
            }
        }

        Interlocked.Decrement(ref _running);
        Ended.Set();
    }
}
