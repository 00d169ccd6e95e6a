namespace Hevlayer.Workers.Simulation;

/// <summary>Gives each worker options of its own.</summary>
internal static class WorkerOptions
{
    public static DocumentWorkerOptions Of(DocumentWorkerOptions options, string workerId, DocumentStage stage, DocumentStage claimStage)
    {
        var copy = options.Copy();
        copy.WorkerId = workerId;
        copy.Stage = stage.Value;
        copy.Ledger.CheckInterval = TimeSpan.FromMinutes(1);
        copy.ClaimStage = claimStage.Value;
        return copy;
    }
}
