namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of the lives of all processes.</summary>
internal static class FleetRules
{
    /// <summary>What is wrong with them.</summary>
    public static IEnumerable<string> Violations(Fleet fleet, World world)
    {
        // A message that comes twice restages its document, whoever holds it.
        var isExplained = world.Faults.ExplainLostLeases || fleet.All.Any(static process => process.Role == ProcessRole.Source);
        foreach (var process in fleet.All.Where(process => process.Status.LeasesLost > 0 && !isExplained))
        {
            yield return $"{process.Node.Name} lost {process.Status.LeasesLost} leases, although nothing took them";
        }

        foreach (var worker in fleet.All.OfType<SimulatedWorker>())
        {
            var name = worker.Options.WorkerId;
            foreach (var (stage, moved) in worker.Moved.Where(moved => moved.Value > world.Gateway.Grants.Of(name, moved.Key) + worker.Connection.Seen.Of(name, moved.Key)))
            {
                yield return $"{name} believes that it moved {moved} documents to '{stage}', and the gateway moved {world.Gateway.Grants.Of(name, stage)} for it";
            }
        }

        if (world.Time.HasLeftThread || fleet.All.Any(static process => process.Node.HasLeftThread))
        {
            yield return "something went on outside the thread of the simulation: use no ConfigureAwait(false), no Task.Run and no clock but the document's";
        }
    }
}
