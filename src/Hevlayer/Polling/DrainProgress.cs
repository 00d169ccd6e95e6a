namespace Hevlayer;

/// <summary>How far a pipeline's queue has drained.</summary>
public sealed record DrainProgress
{
    /// <summary>Documents that wait for a worker.</summary>
    public required long Pending { get; init; }

    /// <summary>Documents that a worker holds.</summary>
    public required long Processing { get; init; }

    /// <summary>Documents in other stages that are not final, such as those that wait between two workers.</summary>
    public long Waiting { get; init; }

    /// <summary>Documents that are indexed.</summary>
    public required long Indexed { get; init; }

    /// <summary>Documents that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Documents indexed per minute, as the gateway measures it; 0 when none.</summary>
    public required double DocumentsPerMinute { get; init; }

    /// <summary>Time until the queue is empty at that rate; null when nothing moves.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Time since the wait began.</summary>
    public required TimeSpan Elapsed { get; init; }
}
