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
    /// Histories that run at the same time, each on a thread of its own. What a seed says does not depend on it.
    /// <value>Default: null, as many as there are processors.</value>
    /// </summary>
    public int? MaxParallelism { get; set; }

    /// <summary>
    /// Most workers at the same time.
    /// <value>Default: 4.</value>
    /// </summary>
    public int MaxWorkers { get; set; } = 4;

    /// <summary>
    /// Most documents in a history, where they are drawn.
    /// <value>Default: 16.</value>
    /// </summary>
    public int MaxDocuments { get; set; } = 16;

    /// <summary>
    /// What may go wrong, and how readily: 1 for the usual share, 2 for twice as often, 0, or no entry, for never. Each
    /// history draws from these.
    /// <value>Default: everything, with weight 1.</value>
    /// </summary>
    public IDictionary<SimulatedFault, double> Faults { get; } = Enum.GetValues<SimulatedFault>().ToDictionary(static fault => fault, static _ => 1.0);

    /// <summary>
    /// How the workers reach the gateway.
    /// <value>Default: <see cref="SimulatedTransport.Model"/>.</value>
    /// </summary>
    public SimulatedTransport Transport { get; set; }

    /// <summary>
    /// Broken histories after which no other is begun; null for no limit.
    /// <value>Default: null.</value>
    /// </summary>
    public int? MaxBroken { get; set; }

    /// <summary>
    /// How often handlers may restage one document before the history is broken off as endless.
    /// <value>Default: 50.</value>
    /// </summary>
    public int MaxRestagings { get; set; } = 50;

    /// <summary>
    /// How much may happen in one history before it is broken off as endless.
    /// <value>Default: 500,000.</value>
    /// </summary>
    public long MaxSteps { get; set; } = 500_000;

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
