namespace Hevlayer.Local;

/// <summary>A pipeline on the page of pipelines.</summary>
internal sealed record PipelineSummary(
    string Id,
    string TargetNamespace,
    IReadOnlyDictionary<string, long> Counts,
    int Held,
    double IndexedPerMinute,
    double? OldestWaitSeconds,
    int WorkersSeen,
    string Cause,
    string Why)
{
    public static PipelineSummary Of(PipelineSight sight, InjectedFaults faults)
    {
        var why = PipelineWhy.Explain(sight, FaultsAround.Of(faults, sight));
        return new(
            sight.Definition.Id,
            sight.Definition.TargetNamespace,
            sight.Counts,
            sight.Held,
            sight.IndexedPerMinute,
            sight.OldestPending is { } since ? TimeSpan.FromTicks(sight.Now - since).TotalSeconds : null,
            sight.Workers.Count(worker => sight.IsPresent(worker.LastSeen)),
            Words.Of(why.Cause),
            why.Sentence);
    }
}
