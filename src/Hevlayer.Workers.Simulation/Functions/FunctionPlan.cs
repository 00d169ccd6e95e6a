namespace Hevlayer.Workers.Simulation;

/// <summary>What happens in a history of a function, all drawn from its seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Options">Options of the workers.</param>
/// <param name="Workers">Workers at the same time.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Retry">How the gateway retries.</param>
/// <param name="WorkTime">Longest time that the function takes for a row.</param>
/// <param name="Network">How calls fare until all is calm.</param>
/// <param name="Calm">From when on nothing goes wrong any more.</param>
/// <param name="NewVersionAt">When the function gets another version; null for never.</param>
/// <param name="Events">What happens to processes and the gateway.</param>
internal sealed record FunctionPlan(
    int Seed,
    FunctionWorkerOptions Options,
    int Workers,
    IReadOnlyList<FunctionRow> Rows,
    UdfRetrySpec Retry,
    TimeSpan WorkTime,
    NetworkPlan Network,
    TimeSpan Calm,
    TimeSpan? NewVersionAt,
    IReadOnlyList<PlannedEvent> Events);
