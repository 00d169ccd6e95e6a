using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold after a history of a function.</summary>
internal static class FunctionRules
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // What costs a sound row an attempt: the end of a worker, another version, a freeze or a slow way within the handler's time.
    private static readonly string[] Explained = ["The worker ended", "The gateway has another version of the function", "The handler did not end within", "This row fails once"];

    /// <summary>Whether a row has ended: it carries the version's mark, or it has failed for it.</summary>
    public static bool HasEnded(FunctionRow row, string version, FunctionModel gateway, IReadOnlyList<QueuedRow> queue)
    {
        var queued = queue.FirstOrDefault(queued => queued.Id == row.Id);
        return queued is null ? gateway.Find(row.Id).Mark == version : queued.State == ItemState.Failed && queued.Version == version;
    }

    public static IEnumerable<string> OfRows(FunctionPlan plan, string version, FunctionModel gateway)
    {
        var queue = gateway.Queue;
        foreach (var row in plan.Rows)
        {
            var queued = queue.FirstOrDefault(queued => queued.Id == row.Id);
            var (mark, output) = gateway.Find(row.Id);
            if (queued is not null)
            {
                if (queued.Reason is not { Length: > 0 } reason)
                {
                    yield return $"{row.Id} has failed without a reason";
                }
                else if (!row.IsDoomed && !Array.Exists(Explained, explained => reason.StartsWith(explained, StringComparison.Ordinal) || reason.Contains(explained, StringComparison.Ordinal)))
                {
                    yield return $"{row.Id} has failed, and nothing is wrong with it: {reason}";
                }
            }
            else if (row.IsDoomed)
            {
                yield return $"{row.Id} is done in version '{mark}', and can only fail";
            }
            else if (output != FunctionModel.OutputOf(version, row.Text))
            {
                yield return $"{row.Id} is marked as done in version '{mark}', and its output is '{output}'";
            }
        }
    }

    public static IEnumerable<string> OfFleet(FunctionFleet fleet, FunctionModel gateway, FaultCount faults, VirtualTime time)
    {
        foreach (var process in fleet.All)
        {
            if (process.DrainTime > process.Options.Shutdown.Total + Tolerance)
            {
                yield return $"{process.Node.Name} took {process.DrainTime} to end";
            }

            if (process.Status.LeasesLost > 0 && !faults.ExplainLostLeases)
            {
                yield return $"{process.Node.Name} lost {process.Status.LeasesLost} leases, although nothing took them";
            }

            if (process.Status.Completed > gateway.Grants.Of(process.Node.Name, FunctionModel.Output))
            {
                yield return $"{process.Node.Name} believes that it completed {process.Status.Completed} rows, and the gateway completed {gateway.Grants.Of(process.Node.Name, FunctionModel.Output)} for it";
            }
        }

        if (time.HasLeftThread || fleet.All.Any(static process => process.Node.HasLeftThread))
        {
            yield return "something went on outside the thread of the simulation";
        }
    }

    /// <summary>Where nothing has gone wrong, no row is worked on twice.</summary>
    public static IEnumerable<string> OfCalls(FunctionPlan plan, FunctionWorkload workload, FaultCount faults) => plan.Rows
        .Where(row => row.Kind is FunctionRowKind.Sound && plan.NewVersionAt is null && Enum.GetValues<SimulatedFault>().All(fault => faults[fault] == 0) && workload.CallsOf(row.Id, FunctionModel.Version(1)) != 1)
        .Select(row => $"{row.Id} was worked on {workload.CallsOf(row.Id, FunctionModel.Version(1))} times, and nothing had gone wrong");
}
