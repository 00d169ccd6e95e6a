namespace Hevlayer.Workers.Simulation;

/// <summary>The faults of one history, each with its weight.</summary>
internal sealed class FaultMix
{
    private const double UsualChance = 2.0 / 3;

    private readonly SortedDictionary<SimulatedFault, double> _weights;

    private FaultMix(SortedDictionary<SimulatedFault, double> weights) => _weights = weights;

    /// <summary>Draws from what the options allow.</summary>
    public static FaultMix Draw(Random random, SimulationOptions simulation)
    {
        var drawn = new SortedDictionary<SimulatedFault, double>();
        foreach (var fault in Enum.GetValues<SimulatedFault>().Where(static fault => fault != SimulatedFault.Refusal))
        {
            var weight = simulation.Faults.TryGetValue(fault, out var given) ? given : 0;
            if (random.NextDouble() < UsualChance * weight)
            {
                drawn.Add(fault, weight);
            }
        }

        if (random.Next(8) == 0)
        {
            // Where nothing takes a lease, one that is lost is the worker's fault.
            foreach (var fault in FaultCount.LeaseFaults)
            {
                drawn.Remove(fault);
            }
        }

        if (simulation.Handler is not null)
        {
            // Only the model's own handler can be asked whether it is broken, and has vectors to spoil; what others give may have no rows at all.
            drawn.Remove(SimulatedFault.BrokenModel);
            drawn.Remove(SimulatedFault.BadVectors);
            drawn.Remove(SimulatedFault.BadRow);
        }

        return new FaultMix(drawn);
    }

    public bool Has(SimulatedFault fault) => _weights.ContainsKey(fault);

    /// <summary>One of the faults of a kind, by their weights; null when there is none.</summary>
    public SimulatedFault? Pick(Random random, Func<SimulatedFault, bool> isOfKind)
    {
        var kinds = _weights.Where(fault => isOfKind(fault.Key)).ToList();
        if (kinds.Count == 0)
        {
            return null;
        }

        var at = random.NextDouble() * kinds.Sum(static fault => fault.Value);
        return kinds.SkipWhile(fault => (at -= fault.Value) > 0).Select(static fault => fault.Key).DefaultIfEmpty(kinds[^1].Key).First();
    }

    /// <summary>The share of calls that a fault of the network hits: up to one in so many, times its weight.</summary>
    public double Share(SimulatedFault fault, Random random, double oneIn) =>
        _weights.TryGetValue(fault, out var weight) ? Math.Min(0.5, weight * random.NextDouble() / oneIn) : 0;
}
