namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Runs workers through seeded histories: several workers, perhaps in two stages and behind a source, a gateway with real
/// lease rules, producers that stage again and delete, and crashes, lost replies, frozen processes, outages and bad
/// documents drawn from the seed, on one thread and virtual time. After each history it checks that every document ended
/// indexed or failed with a true reason, that the index equals one that was built from scratch from what was staged last,
/// that nobody wrote under a lease that it could not rely on, that no lease was lost unless something took it, that nobody
/// worked on or held more than it may, that nobody was told of a drained queue too early, that nothing stayed held, and that
/// each shutdown kept its time.
/// </summary>
public static class WorkerSimulation
{
    private const int OneCleanRunIn = 16;

    /// <summary>Runs histories; each is the same for the same seed and options.</summary>
    /// <param name="options">What to run; null for 1,000 histories of the embedding worker.</param>
    /// <param name="cancellationToken">Ends the simulation after the current history.</param>
    public static SimulationReport Run(SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        Check(options);
        return SimulationReport.Of(options, RunAll(options, RunOne, cancellationToken));
    }

    /// <summary>
    /// Runs function workers through seeded histories: rows are written and found, claimed and completed, a new version of
    /// the function finds them again while old and new workers run side by side, and crashes, freezes, outages, lost requests
    /// and replies, deployments and bad rows are drawn from the seed. After each history each row carries the output of the
    /// newest version, or has failed with a reason; no lease was lost unless something took it, no row was worked on twice
    /// where nothing went wrong, and each shutdown kept its time. Of the options, <see cref="SimulationOptions.MaxDocuments"/>
    /// is the number of rows, and what is about documents and handlers is not read.
    /// </summary>
    /// <param name="options">What to run; null for 1,000 histories.</param>
    /// <param name="cancellationToken">Ends the simulation after the current history.</param>
    public static SimulationReport RunFunctions(SimulationOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        Check(options);
        return SimulationReport.Of(options, RunAll(options, RunOneFunction, cancellationToken));
    }

    internal static HistoryResult RunOneFunction(int seed, SimulationOptions options) =>
        new FunctionHistory(FunctionPlanMaker.Make(seed, options), options).Run();

    private static void Check(SimulationOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Histories, 1, "options.Histories");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWorkers, 1, "options.MaxWorkers");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDocuments, 1, "options.MaxDocuments");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBroken ?? 1, 1, "options.MaxBroken");
        if (options.Faults.FirstOrDefault(static fault => fault.Value < 0) is { Value: < 0 } negative)
        {
            throw new ArgumentOutOfRangeException("options.Faults", negative.Value, $"The weight of {negative.Key} is negative; 0 leaves it out.");
        }
    }

    internal static HistoryResult RunOne(int seed, SimulationOptions options)
    {
        var plan = PlanMaker.Make(seed, options);
        var result = new History(plan, options).Run();
        var clean = options.Handler is not null || seed % OneCleanRunIn == 0 ? new History(plan.Clean(result.Last), options).Run() : null;
        var expected = options.Handler is not null ? clean!.Rows : Oracle.Rows(result.Last, plan);
        Func<SimulatedDocument, IReadOnlyList<string>> rowsOf = options.Handler is null
            ? document => Oracle.Ids(document, plan)
            : static document => [.. document.Chunks.Select(static chunk => chunk.Id)];
        return result with
        {
            Violations =
            [
                .. result.Violations,
                .. IndexRules.Differences(result, expected, rowsOf),
                .. options.Handler is null ? PaidRules.Violations(result, plan) : [],
                .. (clean?.Violations ?? []).Select(static violation => $"without any trouble: {violation}"),
                .. clean is null ? [] : IndexRules.Differences(clean, expected, rowsOf).Select(static violation => $"without any trouble: {violation}"),
                .. clean is null || options.Handler is not null ? [] : PaidRules.Violations(clean, plan.Clean(result.Last)).Select(static violation => $"without any trouble: {violation}"),
            ],
        };
    }

    // In order, up to the last one that counts: what a seed says does not depend on how many threads there are.
    private static List<HistoryResult> RunAll(SimulationOptions options, Func<int, SimulationOptions, HistoryResult> runOne, CancellationToken cancellationToken)
    {
        var results = new HistoryResult?[options.Histories];
        var broken = 0;
        OwnThreads.For(
            options.Histories,
            options.MaxParallelism ?? Environment.ProcessorCount,
            number =>
            {
                var result = results[number] = runOne(options.FirstSeed + number, options).Summary();
                return result.Violations.Count == 0 || Interlocked.Increment(ref broken) < (options.MaxBroken ?? int.MaxValue);
            },
            cancellationToken);
        return UpToLast(results, options, runOne);
    }

    private static List<HistoryResult> UpToLast(HistoryResult?[] results, SimulationOptions options, Func<int, SimulationOptions, HistoryResult> runOne)
    {
        var kept = new List<HistoryResult>(results.Length);
        var broken = 0;
        for (var number = 0; number < results.Length && (options.MaxBroken is null || broken < options.MaxBroken); number++)
        {
            // One that was left out because others came first is made up for.
            var result = results[number] ?? runOne(options.FirstSeed + number, options).Summary();
            kept.Add(result);
            broken += result.Violations.Count > 0 ? 1 : 0;
        }

        return kept;
    }
}
