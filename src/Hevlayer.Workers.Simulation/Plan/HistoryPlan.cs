namespace Hevlayer.Workers.Simulation;

/// <summary>All that a seed says about a history before it begins.</summary>
internal sealed record HistoryPlan
{
    public required int Seed { get; init; }

    public required int Workers { get; init; }

    public required IReadOnlyList<SimulatedDocument> Documents { get; init; }

    public required DocumentWorkerOptions Options { get; init; }

    /// <summary>Time that the model takes for one batch.</summary>
    public required TimeSpan ModelTime { get; init; }

    public required NetworkPlan Network { get; init; }

    public required IReadOnlyList<PlannedEvent> Events { get; init; }

    /// <summary>When the last fault is over and the network is calm again.</summary>
    public required TimeSpan Calm { get; init; }

    /// <summary>When everything must have ended.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>The same work without trouble: one worker, sound documents as they were staged last, a calm network.</summary>
    public HistoryPlan Clean() => this with
    {
        Workers = 1,
        Documents = [.. Restaging.Last(Documents, Events).Where(static document => !document.IsDoomed).Select(static document => document with { Fault = null })],
        Network = NetworkPlan.Calm,
        Events = [],
        Calm = TimeSpan.Zero,
    };
}
