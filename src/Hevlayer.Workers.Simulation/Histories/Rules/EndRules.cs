namespace Hevlayer.Workers.Simulation;

/// <summary>What must hold of the orderly end of a process.</summary>
internal static class EndRules
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the time it took.</summary>
    public static IEnumerable<string> OfTime(SimulatedProcess process)
    {
        if (process.DrainTime > process.Shutdown.Total + Tolerance)
        {
            yield return $"{process.Node.Name} took {process.DrainTime} to end";
        }
    }

    /// <summary>What is wrong with the end of a document worker.</summary>
    public static IEnumerable<string> Of(SimulatedWorker worker, FailureBook book, World world)
    {
        foreach (var violation in OfTime(worker))
        {
            yield return violation;
        }

        var name = worker.Options.WorkerId;
        if (book.BlamedForRefusal is { } blamed)
        {
            yield return $"{name} counted an attempt of {blamed} for what the provider refused";
        }

        if (book.GaveUpReleasing && worker.StoppedFor < worker.Shutdown.Total - Tolerance)
        {
            yield return $"{name} gave up releasing after {worker.StoppedFor}, and had {worker.Shutdown.Total}";
        }

        foreach (var document in world.Gateway.Documents.Where(document => document.WorkerId is { } holder && Grants.WorkerOf(holder) == name && !book.GaveUpReleasing && worker.Connection.KnowsItHolds(document.Id)))
        {
            yield return $"{name} has ended after {worker.DrainTime} and still holds {document.Id}";
        }
    }
}
