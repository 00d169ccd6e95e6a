namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Runs workers through seeded histories: several workers, a gateway with real lease rules, and crashes, lost replies,
/// frozen processes, outages and bad documents drawn from the seed, on one thread and virtual time. After each history it
/// checks that every document ended indexed or failed with a reason, that the index is that of a run without trouble, that
/// nobody wrote under a lease that it could not rely on, that no lease was lost unless something took it, that nobody worked
/// on or held more than it may, that nothing stayed held, and that each shutdown kept its time.
/// </summary>
public static class WorkerSimulation
{
    /// <summary>Runs histories; each is the same for the same seed and options.</summary>
    /// <param name="options">What to run; null for 1,000 histories of the embedding worker.</param>
    /// <param name="cancellationToken">Ends the simulation after the current history.</param>
    public static SimulationReport Run(SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Histories, 1, "options.Histories");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWorkers, 1, "options.MaxWorkers");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDocuments, 1, "options.MaxDocuments");
        var faults = new FaultCount();
        var broken = new List<BrokenHistory>();
        var workerTime = TimeSpan.Zero;
        long indexed = 0;
        long failed = 0;
        var results = new HistoryResult[options.Histories];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallelism ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, options.Histories, parallel, number => results[number] = RunOne(options.FirstSeed + number, options));
        for (var number = 0; number < results.Length; number++)
        {
            var result = results[number];
            faults.Add(result.Faults);
            workerTime += result.Time;
            indexed += result.Indexed;
            failed += result.Failed;
            if (result.Violations.Count > 0)
            {
                broken.Add(new BrokenHistory(options.FirstSeed + number, result.Violations));
            }
        }

        return new SimulationReport
        {
            Histories = options.Histories,
            WorkerTime = workerTime,
            Indexed = indexed,
            Failed = failed,
            Faults = Enum.GetValues<SimulatedFault>().ToDictionary(static fault => fault, fault => faults[fault]),
            Broken = broken,
        };
    }

    internal static HistoryResult RunOne(int seed, SimulationOptions options)
    {
        var plan = PlanMaker.Make(seed, options);
        var result = new History(plan, options).Run();
        var clean = new History(plan.Clean(), options).Run();
        return result with
        {
            Violations =
            [
                .. result.Violations,
                .. IndexRules.Differences(Restaging.Last(plan.Documents, plan.Events), result.Rows, clean.Rows),
                .. clean.Violations.Select(static violation => $"without any trouble: {violation}"),
            ],
        };
    }
}
