namespace Hevlayer.Benchmarks;

/// <summary>What is set of the worker's options; the others stay as they are.</summary>
/// <param name="Documents">Documents at one time.</param>
/// <param name="BatchItems">Most texts in a batch.</param>
/// <param name="BatchDelay">How long a text waits for its batch to fill.</param>
internal sealed record WorkerChoice(int Documents, int BatchItems, TimeSpan BatchDelay)
{
    /// <summary>Most documents that are held; null for the default.</summary>
    public int? Held { get; init; }

    /// <summary>Whether each document has writes of its own, as many at one time as there are documents.</summary>
    public bool WritesAlone { get; init; }

    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What somebody chooses who knows his documents and his gateway. No batch can hold more texts than the documents at
    /// one time have; and the places that a batch has set free hold texts again after a write and a read, so that long it
    /// is worth the while to wait.
    /// </summary>
    public static WorkerChoice Whole(int documents, TimeSpan callTime) =>
        new(documents, documents * StagedPipeline.ChunksPerDocument, (2 * callTime) + Margin);

    /// <summary>Half of that: while one half of the documents is embedded, the other half is written and read.</summary>
    public static WorkerChoice Half(int documents, TimeSpan callTime) =>
        new(documents, documents * StagedPipeline.ChunksPerDocument / 2, (2 * callTime) + Margin);
}
