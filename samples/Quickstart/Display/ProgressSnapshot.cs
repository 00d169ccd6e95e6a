namespace Hevlayer.Quickstart;

/// <summary>The figures of one moment of a run.</summary>
internal sealed record ProgressSnapshot
{
    /// <summary>Files that were read and staged.</summary>
    public long Files { get; init; }

    /// <summary>Documents that this run staged.</summary>
    public long Staged { get; init; }

    /// <summary>Whether files are still being read.</summary>
    public bool IsStaging { get; init; } = true;

    /// <summary>Passages in the documents that this run staged.</summary>
    public long Passages { get; init; }

    /// <summary>Documents that this run indexed, among them what an earlier run left in the queue.</summary>
    public long Indexed { get; init; }

    /// <summary>Whether the queue had nothing to claim when it was asked last.</summary>
    public bool IsIdle { get; init; }

    /// <summary>Documents whose lease was lost while they were worked on.</summary>
    public long LeasesLost { get; init; }

    /// <summary>Why the first document failed, or null.</summary>
    public string? FirstFailure { get; init; }

    /// <summary>What the gateway said of the whole queue, or null before its first answer.</summary>
    public DrainProgress? Queue { get; init; }

    /// <summary>What the run is waiting for.</summary>
    public string Phase => this switch
    {
        { IsStaging: true } => "Staging and embedding",
        { Queue: { Pending: 0, Processing: 0 } } => "Waiting for the snapshot",
        { IsIdle: true } => "Waiting for the gateway's next status",
        _ => "Embedding",
    };
}
