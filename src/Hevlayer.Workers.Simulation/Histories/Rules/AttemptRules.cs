namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of how often documents were tried.</summary>
internal static class AttemptRules
{
    /// <summary>What is wrong with the counts.</summary>
    public static IEnumerable<string> Violations(HistoryPlan plan, SimulationOptions simulation, World world, Fleet fleet, DocumentFaults documentFaults)
    {
        foreach (var killer in plan.Documents.Where(static document => document.Fault == SimulatedFault.Killer))
        {
            // Each disk counts for itself, a worker that is new has none, and a document that is staged again is counted anew.
            var stagings = Math.Max(1, Math.Max(world.Said.StagingsOf(killer.Id), plan.Messages.Count(message => message.Document.Id == killer.Id)));
            if (documentFaults.AttemptsOf(killer.Id) > plan.Options.Retry.MaxCrashes * fleet.Disks * stagings)
            {
                yield return $"{killer.Id} killed {documentFaults.AttemptsOf(killer.Id)} processes, and may kill {plan.Options.Retry.MaxCrashes} on each of {fleet.Disks} disks, {stagings} times";
            }
        }

        // Another worker counts from the beginning, and a batch that is split asks the model more than once.
        var faults = world.Faults;
        if (simulation.Handler is null || faults.ExplainLostLeases || faults[SimulatedFault.Crash] + faults[SimulatedFault.Deploy] + faults[SimulatedFault.Killer] > 0)
        {
            yield break;
        }

        // While several documents fail alike and none succeeds, no one of them is taken for the cause.
        var failed = world.Gateway.Documents.Where(static state => state.Stage == DocumentStage.Failed.Value).Select(static state => state.Id).ToHashSet(StringComparer.Ordinal);
        var poison = plan.Documents.Where(static document => document.Fault is SimulatedFault.Poison).ToList();
        var most = poison.Count > 1 ? int.MaxValue : plan.Options.Retry.MaxAttempts;
        foreach (var document in poison.Where(document => failed.Contains(document.Id)))
        {
            var attempts = documentFaults.AttemptsOf(document.Id);
            if (attempts < plan.Options.Retry.MaxAttempts || attempts > most)
            {
                yield return $"{document.Id} was failed after {attempts} attempts instead of {plan.Options.Retry.MaxAttempts}";
            }
        }
    }
}
