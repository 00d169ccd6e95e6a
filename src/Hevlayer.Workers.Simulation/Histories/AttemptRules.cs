namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of how often documents were tried.</summary>
internal static class AttemptRules
{
    /// <summary>What is wrong with the counts.</summary>
    public static IEnumerable<string> Violations(HistoryPlan plan, SimulationOptions simulation, World world, Fleet fleet, DocumentFaults documentFaults)
    {
        // Each disk counts for itself, and a worker that is new has none.
        foreach (var killer in plan.Documents.Where(document => document.Fault == SimulatedFault.Killer && documentFaults.AttemptsOf(document.Id) > plan.Options.Retry.MaxCrashes * fleet.Disks))
        {
            yield return $"{killer.Id} killed {documentFaults.AttemptsOf(killer.Id)} processes, and may kill {plan.Options.Retry.MaxCrashes} on each of {fleet.Disks} disks";
        }

        // Another worker counts from the beginning, and a batch that is split asks the model more than once.
        var faults = world.Faults;
        if (simulation.Handler is null || faults.ExplainLostLeases || faults[SimulatedFault.Crash] + faults[SimulatedFault.Deploy] + faults[SimulatedFault.Killer] > 0)
        {
            yield break;
        }

        var failed = world.Gateway.Documents.Where(static state => state.Stage == DocumentStage.Failed.Value).Select(static state => state.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in plan.Documents.Where(document => document.Fault is SimulatedFault.Poison && failed.Contains(document.Id) && documentFaults.AttemptsOf(document.Id) != plan.Options.Retry.MaxAttempts))
        {
            yield return $"{document.Id} was failed after {documentFaults.AttemptsOf(document.Id)} attempts instead of {plan.Options.Retry.MaxAttempts}";
        }
    }
}
