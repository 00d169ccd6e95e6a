namespace Hevlayer.Workers.Simulation;

/// <summary>What came of a simulation.</summary>
public sealed record SimulationReport
{
    /// <summary>Histories that were run.</summary>
    public required int Histories { get; init; }

    /// <summary>Time that passed in them, summed over all workers.</summary>
    public required TimeSpan WorkerTime { get; init; }

    /// <summary>Documents that ended indexed.</summary>
    public required long Indexed { get; init; }

    /// <summary>Documents that ended failed, with a reason.</summary>
    public required long Failed { get; init; }

    /// <summary>How often each fault happened.</summary>
    public required IReadOnlyDictionary<SimulatedFault, long> Faults { get; init; }

    /// <summary>The histories that broke a promise; empty when all held.</summary>
    public required IReadOnlyList<BrokenHistory> Broken { get; init; }

    internal static SimulationReport Of(SimulationOptions options, IReadOnlyList<HistoryResult> results)
    {
        var faults = new FaultCount();
        var broken = new List<BrokenHistory>();
        for (var number = 0; number < results.Count; number++)
        {
            faults.Add(results[number].Faults);
            if (results[number].Violations.Count > 0)
            {
                broken.Add(new BrokenHistory(options.FirstSeed + number, results[number].Violations));
            }
        }

        return new SimulationReport
        {
            Histories = results.Count,
            WorkerTime = results.Aggregate(TimeSpan.Zero, static (sum, result) => sum + result.Time),
            Indexed = results.Sum(static result => result.Indexed),
            Failed = results.Sum(static result => result.Failed),
            Faults = Enum.GetValues<SimulatedFault>().ToDictionary(static fault => fault, fault => faults[fault]),
            Broken = broken,
        };
    }

    /// <summary>Throws when a history broke a promise, with its seed and what was broken.</summary>
    /// <exception cref="SimulationException">A history broke a promise.</exception>
    public void ThrowIfBroken()
    {
        if (Broken is [var first, ..])
        {
            throw new SimulationException(
                $"{Broken.Count} of {Histories} histories broke a promise. Seed {first.Seed}: {string.Join("; ", first.Violations)}. " +
                $"To see it again, run one history from seed {first.Seed}.",
                first.Seed);
        }
    }
}
