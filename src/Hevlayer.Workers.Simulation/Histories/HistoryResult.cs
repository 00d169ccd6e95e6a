namespace Hevlayer.Workers.Simulation;

/// <summary>How a history ended.</summary>
/// <param name="Violations">What was broken; empty for a good end.</param>
/// <param name="Rows">The index at the end.</param>
/// <param name="Time">Virtual time that passed, summed over the workers.</param>
/// <param name="Indexed">Documents that ended indexed.</param>
/// <param name="Failed">Documents that ended failed.</param>
/// <param name="Faults">What went wrong on the way.</param>
/// <param name="Trace">A number that all that happened leads to, in its order.</param>
internal sealed record HistoryResult(
    IReadOnlyList<string> Violations,
    IReadOnlyDictionary<string, string> Rows,
    TimeSpan Time,
    int Indexed,
    int Failed,
    FaultCount Faults,
    ulong Trace)
{
    /// <summary>The documents as they were staged last.</summary>
    public required IReadOnlyList<SimulatedDocument> Last { get; init; }

    /// <summary>Where each document ended.</summary>
    public required IReadOnlyDictionary<string, string> Stages { get; init; }

    /// <summary>Texts that models have embedded.</summary>
    public long Paid { get; init; }

    /// <summary>Texts of the documents that were held by processes when they were killed: no more than those may be embedded twice.</summary>
    public long LostWork { get; init; }

    /// <summary>The same without what takes memory.</summary>
    public HistoryResult Summary() => this with
    {
        Rows = System.Collections.Frozen.FrozenDictionary<string, string>.Empty,
        Last = [],
        Stages = System.Collections.Frozen.FrozenDictionary<string, string>.Empty,
    };
}
