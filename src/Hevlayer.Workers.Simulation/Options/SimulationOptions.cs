namespace Hevlayer.Workers.Simulation;

/// <summary>What a simulation runs.</summary>
public sealed class SimulationOptions
{
    /// <summary>Seed of the first history; the others follow.</summary>
    /// <value>Default: 1.</value>
    public int FirstSeed { get; set; } = 1;

    /// <summary>How many histories are run.</summary>
    /// <value>Default: 1,000.</value>
    public int Histories { get; set; } = 1_000;

    /// <summary>
    /// Histories that run at the same time, each on a thread of its own. What a seed says does not depend on it.
    /// </summary>
    /// <value>Default: null, as many as there are processors.</value>
    public int? MaxParallelism { get; set; }

    /// <summary>Most workers at the same time.</summary>
    /// <value>Default: 4.</value>
    public int MaxWorkers { get; set; } = 4;

    /// <summary>Most documents in a history, where they are drawn.</summary>
    /// <value>Default: 16.</value>
    public int MaxDocuments { get; set; } = 16;

    /// <summary>
    /// What may go wrong, and how readily: 1 for the usual share, 2 for twice as often, 0, or no entry, for never. Each
    /// history draws from these.
    /// </summary>
    /// <value>Default: everything, with weight 1.</value>
    public IDictionary<SimulatedFault, double> Faults { get; } = Enum.GetValues<SimulatedFault>().ToDictionary(static fault => fault, static _ => 1.0);

    /// <summary>How the workers reach the gateway.</summary>
    /// <value>Default: <see cref="SimulatedTransport.Model"/>.</value>
    public SimulatedTransport Transport { get; set; }

    /// <summary>Broken histories after which no other is begun; null for no limit.</summary>
    /// <value>Default: null.</value>
    public int? MaxBroken { get; set; }

    /// <summary>How often handlers may restage one document before the history is broken off as endless.</summary>
    /// <value>Default: 50.</value>
    public int MaxRestagings { get; set; } = 50;

    /// <summary>How much may happen in one history before it is broken off as endless.</summary>
    /// <value>Default: 500,000.</value>
    public long MaxSteps { get; set; } = 500_000;

    /// <summary>Makes the documents of a history.</summary>
    /// <value>Default: null, they are drawn from the seed.</value>
    public Func<Random, IReadOnlyList<SimulatedDocument>>? Documents { get; set; }

    /// <summary>Changes the options of the workers, which are drawn from the seed.</summary>
    /// <value>Default: null.</value>
    public Action<DocumentWorkerOptions>? Configure { get; set; }

    /// <summary>
    /// Makes the handler of one worker. It must stay on the thread it is called on: no <c>ConfigureAwait(false)</c>, no
    /// <c>Task.Run</c>, every pause by <see cref="DocumentContext.Clock"/>. What it throws is a failure of the document.
    /// </summary>
    /// <value>Default: null, the embedding worker with a generator that takes its time.</value>
    public Func<IDocumentHandler>? Handler { get; set; }
}
