namespace Hevlayer.Workers.Simulation;

/// <summary>What a simulation runs.</summary>
public sealed class SimulationOptions
{
    /// <summary>
    /// Seed of the first history; the others follow.
    /// <value>Default: 1.</value>
    /// </summary>
    public int FirstSeed { get; set; } = 1;

    /// <summary>
    /// How many histories are run.
    /// <value>Default: 1,000.</value>
    /// </summary>
    public int Histories { get; set; } = 1_000;

    /// <summary>
    /// Histories that run at one time, each on a thread of its own. What a seed says does not depend on it.
    /// <value>Default: null, as many as there are processors.</value>
    /// </summary>
    public int? MaxParallelism { get; set; }

    /// <summary>
    /// Most workers at one time.
    /// <value>Default: 4.</value>
    /// </summary>
    public int MaxWorkers { get; set; } = 4;

    /// <summary>
    /// Most documents in a history, where they are drawn.
    /// <value>Default: 16.</value>
    /// </summary>
    public int MaxDocuments { get; set; } = 16;

    /// <summary>
    /// What may go wrong; each history draws from these.
    /// <value>Default: everything.</value>
    /// </summary>
    public ISet<SimulatedFault> Faults { get; } = new HashSet<SimulatedFault>(Enum.GetValues<SimulatedFault>());

    /// <summary>
    /// Makes the documents of a history.
    /// <value>Default: null, they are drawn from the seed.</value>
    /// </summary>
    public Func<Random, IReadOnlyList<SimulatedDocument>>? Documents { get; set; }

    /// <summary>
    /// Changes the options of the workers, which are drawn from the seed.
    /// <value>Default: null.</value>
    /// </summary>
    public Action<DocumentWorkerOptions>? Configure { get; set; }

    /// <summary>
    /// Makes the handler of one worker. It must stay on the thread it is called on: no <c>ConfigureAwait(false)</c>, no
    /// <c>Task.Run</c>, every pause by <see cref="DocumentContext.Clock"/>. What it throws is a failure of the document.
    /// <value>Default: null, the embedding worker with a generator that takes its time.</value>
    /// </summary>
    public Func<IDocumentHandler>? Handler { get; set; }
}
