namespace Hevlayer;

/// <summary>How far the workers of a function are.</summary>
public sealed record FunctionProgress
{
    /// <summary>Rows that wait for a worker, or for their next attempt.</summary>
    public required long Pending { get; init; }

    /// <summary>Rows that a worker holds.</summary>
    public required long Processing { get; init; }

    /// <summary>Rows that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>Sweeps that have ended since the function was registered.</summary>
    public required long SweepsCompleted { get; init; }

    /// <summary>Whether claims are stopped: nothing moves until the function is resumed.</summary>
    public required bool Paused { get; init; }

    /// <summary>Rows completed per minute, as the gateway measures it; 0 when none.</summary>
    public required double RowsPerMinute { get; init; }

    /// <summary>Time until nothing waits at that rate; null when nothing moves.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Time since the wait began.</summary>
    public required TimeSpan Elapsed { get; init; }
}
