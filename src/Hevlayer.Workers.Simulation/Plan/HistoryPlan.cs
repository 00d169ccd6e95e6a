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

    /// <summary>Numbers of a vector.</summary>
    public required int Dimensions { get; init; }

    public required NetworkPlan Network { get; init; }

    public required ClientPlan Client { get; init; }

    public required IReadOnlyList<PlannedEvent> Events { get; init; }

    /// <summary>The workers before the last ones; null where there is one stage.</summary>
    public RelayPlan? Relay { get; init; }

    /// <summary>Source workers; null where everything is staged from the beginning.</summary>
    public SourcePlan? Sources { get; init; }

    /// <summary>What the source workers receive.</summary>
    public IReadOnlyList<SimulatedMessage> Messages { get; init; } = [];

    /// <summary>What the provider of the model allows; null for no limit.</summary>
    public QuotaPlan? Quota { get; init; }

    /// <summary>When somebody begins to wait for the queue to drain.</summary>
    public IReadOnlyList<TimeSpan> Watchers { get; init; } = [];

    /// <summary>When the last fault is over and the network is calm again.</summary>
    public required TimeSpan Calm { get; init; }

    /// <summary>When everything must have ended.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>The stage that workers claim from.</summary>
    public DocumentStage StageOf(ProcessRole role) => Relay is not null && role == ProcessRole.Indexer ? RelayPlan.NextStage : Options.Stage;

    /// <summary>The stage that workers claim into.</summary>
    public DocumentStage ClaimStageOf(ProcessRole role) => role == ProcessRole.Relay ? RelayPlan.ClaimStage : Options.ClaimStage;

    /// <summary>The same work without trouble: one worker, sound documents as they were staged last, a calm network.</summary>
    /// <param name="last">The documents as they were staged last.</param>
    public HistoryPlan Clean(IReadOnlyList<SimulatedDocument> last) => this with
    {
        Workers = 1,
        Documents = [.. last.Where(static document => !document.IsDoomed).Select(static document => document with { Fault = null })],
        Network = NetworkPlan.Calm,
        Events = [],
        Sources = null,
        Messages = [],
        Watchers = [],
        Quota = null,
        Calm = TimeSpan.Zero,
    };
}
