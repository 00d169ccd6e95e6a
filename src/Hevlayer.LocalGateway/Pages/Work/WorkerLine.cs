namespace Hevlayer.Local;

/// <summary>A worker on its page.</summary>
internal sealed record WorkerLine(string Worker, string? Pipeline, string? Function, string? Stage, double LastSeenSecondsAgo, long Claims, long Taken, long Renewals)
{
    public static IEnumerable<WorkerLine> Of(PipelineSight sight) => Present(sight.Workers, sight.Now)
        .Select(worker => Line(worker, sight.Now) with { Pipeline = sight.Definition.Id, Stage = worker.Stage });

    public static IEnumerable<WorkerLine> Of(FunctionSight sight) => Present(sight.Workers, sight.Now)
        .Select(worker => Line(worker, sight.Now) with { Function = sight.Udf.Id });

    private static WorkerLine Line(WorkerSighting worker, long now) =>
        new(worker.Worker, null, null, null, TimeSpan.FromTicks(now - worker.LastSeen).TotalSeconds, worker.Claims, worker.Taken, worker.Renewals);

    private static IEnumerable<WorkerSighting> Present(IEnumerable<WorkerSighting> workers, long now) =>
        workers.Where(worker => now - worker.LastSeen <= WorkerBook.Present.Ticks).OrderBy(worker => worker.Worker, StringComparer.Ordinal);
}
