namespace Hevlayer.Workers;

/// <summary>How long a stage of the work took, over all documents.</summary>
public sealed record StageTime
{
    /// <summary>The stage.</summary>
    public required WorkStage Stage { get; init; }

    /// <summary>How often.</summary>
    public long Count { get; init; }

    /// <summary>Total, in seconds; documents are worked on side by side, so it may be more than the time of the run.</summary>
    public double TotalSeconds { get; init; }

    /// <summary>The longest, in seconds.</summary>
    public double LongestSeconds { get; init; }

    /// <summary>On average, in seconds; 0 for none.</summary>
    public double AverageSeconds => Count == 0 ? 0 : TotalSeconds / Count;
}
