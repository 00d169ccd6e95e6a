namespace Hevlayer.Local;

/// <summary>What a pipeline is at, in one sentence.</summary>
internal static class PipelineWhy
{
    /// <summary>Decides from what was seen.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="faults">The faults that hold up its claims.</param>
    public static Explanation Explain(PipelineSight pipeline, IReadOnlyList<FaultSight> faults)
    {
        var waiting = pipeline.Counts.GetValueOrDefault(Stages.Pending);
        var asking = pipeline.Workers.Count(worker => worker.LastClaim is not null && pipeline.IsPresent(worker.LastSeen));
        return waiting + pipeline.Held == 0 ? new(Cause.Done, "Nothing waits and nobody works.")
            : faults is [var fault, ..] ? new(Cause.InjectedFault, $"A fault is set that {fault}, so claims are held up: {pipeline.Held} in work, {waiting} in line; once it is removed, the work goes on.")
            : asking > 0 ? new(Cause.InWork, $"{pipeline.Held} in work, {waiting} in line; {asking} {(asking == 1 ? "worker" : "workers")} asked in the last minute.")
            : pipeline.Refused is { } refused && pipeline.IsPresent(refused.At) ? new(Cause.WorkerWithoutScope, $"Nothing claims: a worker asked and got {refused.Status}, so its key is missing or may not claim; {waiting} in line.")
            : waiting > 0 ? new(Cause.NoWorker, $"Nothing claims: {waiting} in line, and no worker has asked in the last minute.")
            : new(Cause.SilentHolder, $"{pipeline.Held} held, and no worker was heard of in the last minute: the leases end by the clock.");
    }
}
