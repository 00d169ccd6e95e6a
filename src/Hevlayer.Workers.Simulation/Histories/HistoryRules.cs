using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of documents and workers, whatever went wrong.</summary>
internal static class HistoryRules
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the end of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stage">The stage it ended in.</param>
    /// <param name="reason">Why it was set aside; null where nobody said it.</param>
    public static IEnumerable<string> OfDocument(SimulatedDocument document, string stage, string? reason)
    {
        var hasFailed = stage == DocumentStage.Failed.Value;
        if (hasFailed && document.Fault is null)
        {
            yield return $"{document.Id} is sound and was set aside: {reason}";
        }

        if (document.IsDoomed && stage == DocumentStage.Indexed.Value)
        {
            yield return $"{document.Id} cannot be indexed and is";
        }

        // The gateway itself sets aside what it has lost.
        if (hasFailed && document.Fault != SimulatedFault.LostChunks && reason is null)
        {
            yield return $"{document.Id} was set aside without a reason";
        }
    }

    /// <summary>What is wrong with the end of a worker that was told to end.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="documents">All documents of this moment.</param>
    public static IEnumerable<string> OfEnd(SimulatedWorker worker, IReadOnlyList<DocumentState> documents)
    {
        var name = worker.Options.WorkerId;
        if (worker.DrainTime > worker.Options.Shutdown.Total + Tolerance)
        {
            yield return $"{name} took {worker.DrainTime} to end";
        }

        foreach (var document in documents.Where(document => document.WorkerId is { } holder && holder.StartsWith(name + "~", StringComparison.Ordinal) && !worker.GaveUpHandingBack && worker.Connection.KnowsItHolds(document.Id)))
        {
            yield return $"{name} has ended after {worker.DrainTime} and still holds {document.Id}";
        }
    }

    /// <summary>What is wrong with the lives of all workers.</summary>
    /// <param name="workers">The workers.</param>
    /// <param name="faults">What went wrong.</param>
    public static IEnumerable<string> OfWorkers(IReadOnlyList<SimulatedWorker> workers, FaultCount faults)
    {
        foreach (var worker in workers.Where(worker => worker.Status.LeasesLost > 0 && !faults.ExplainLostLeases))
        {
            yield return $"{worker.Options.WorkerId} lost {worker.Status.LeasesLost} leases, although nothing took them";
        }

        if (workers.Any(static worker => worker.Node.HasLeftThread))
        {
            yield return "something went on outside the thread of the simulation: use no ConfigureAwait(false), no Task.Run and no clock but the document's";
        }
    }
}
